/// What holds for the measurements themselves.
@NullMarked
package dev.interlock.benchmark;

import org.jspecify.annotations.NullMarked;
