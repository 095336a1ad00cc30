/// Availability and reservations in the embedded reference ERP.
@NullMarked
package dev.interlock.system.reservation.reference;

import org.jspecify.annotations.NullMarked;
