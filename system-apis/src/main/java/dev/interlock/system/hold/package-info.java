/// Holds: what may not be consumed, released, shipped or paid, and why.
@NullMarked
package dev.interlock.system.hold;

import org.jspecify.annotations.NullMarked;
