/// Limits and answers of the HTTP server that raw Quarkus leaves open, and of a database that says
/// nothing.
@NullMarked
package dev.interlock.platform.hardening;

import org.jspecify.annotations.NullMarked;
