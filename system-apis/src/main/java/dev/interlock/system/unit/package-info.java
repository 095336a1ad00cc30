/// Units of measure and exact conversion between them.
@NullMarked
package dev.interlock.system.unit;

import org.jspecify.annotations.NullMarked;
