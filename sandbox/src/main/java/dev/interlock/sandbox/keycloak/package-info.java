/// The real Keycloak server with the realm `interlock`.
@NullMarked
package dev.interlock.sandbox.keycloak;

import org.jspecify.annotations.NullMarked;
