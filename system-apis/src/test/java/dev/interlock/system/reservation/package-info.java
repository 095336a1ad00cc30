/// Availability to promise and reservations.
@NullMarked
package dev.interlock.system.reservation;

import org.jspecify.annotations.NullMarked;
