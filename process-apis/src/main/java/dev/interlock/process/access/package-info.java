/// What the policies in Keycloak decide, beyond the scopes of a token.
@NullMarked
package dev.interlock.process.access;

import org.jspecify.annotations.NullMarked;
