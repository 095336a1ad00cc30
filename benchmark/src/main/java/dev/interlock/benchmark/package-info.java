/// The command `interlock bench`: which measurements there are, and how they are started.
@NullMarked
package dev.interlock.benchmark;

import org.jspecify.annotations.NullMarked;
