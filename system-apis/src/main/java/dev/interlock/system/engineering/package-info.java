/// Engineering changes, which the PLM owns.
@NullMarked
package dev.interlock.system.engineering;

import org.jspecify.annotations.NullMarked;
