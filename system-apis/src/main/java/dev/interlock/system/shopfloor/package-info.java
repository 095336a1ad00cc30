/// The shop floor: what it can make, and the job orders it has been given.
@NullMarked
package dev.interlock.system.shopfloor;

import org.jspecify.annotations.NullMarked;
