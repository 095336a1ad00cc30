/// Calls the running gateway the way a client would: real tokens, real HTTP.
@NullMarked
package dev.interlock.sandbox.api;

import org.jspecify.annotations.NullMarked;
