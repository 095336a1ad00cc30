/// Units and exact conversion.
@NullMarked
package dev.interlock.system.unit;

import org.jspecify.annotations.NullMarked;
