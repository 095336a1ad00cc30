/// Starts the whole gateway on one machine: PostgreSQL, Keycloak, the plant and the tiers.
@NullMarked
package dev.interlock.sandbox;

import org.jspecify.annotations.NullMarked;
