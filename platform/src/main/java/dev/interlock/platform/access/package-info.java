/// Who calls: verified tokens, their scopes, and the token a tier uses below it.
@NullMarked
package dev.interlock.platform.access;

import org.jspecify.annotations.NullMarked;
