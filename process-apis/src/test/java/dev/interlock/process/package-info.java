/// The process tier, tried against a real PostgreSQL and a tier below that answers as it is told.
@NullMarked
package dev.interlock.process;

import org.jspecify.annotations.NullMarked;
