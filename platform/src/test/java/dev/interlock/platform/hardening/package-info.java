/// Tests of the HTTP server's limits.
@NullMarked
package dev.interlock.platform.hardening;

import org.jspecify.annotations.NullMarked;
