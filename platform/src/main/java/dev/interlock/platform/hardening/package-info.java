/// Limits and answers of the HTTP server that raw Quarkus leaves open.
@NullMarked
package dev.interlock.platform.hardening;

import org.jspecify.annotations.NullMarked;
