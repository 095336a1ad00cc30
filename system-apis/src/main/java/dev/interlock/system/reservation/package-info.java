/// Availability to promise, and the reservations that are made against it.
@NullMarked
package dev.interlock.system.reservation;

import org.jspecify.annotations.NullMarked;
