/// What stops a start.
@NullMarked
package dev.interlock.system.start;

import org.jspecify.annotations.NullMarked;
