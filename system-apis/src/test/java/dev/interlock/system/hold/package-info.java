/// Holds that hold.
@NullMarked
package dev.interlock.system.hold;

import org.jspecify.annotations.NullMarked;
