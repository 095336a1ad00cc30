/// What a caller may see.
@NullMarked
package dev.interlock.system.access;

import org.jspecify.annotations.NullMarked;
