/// Shipments: what a supplier announces, sends and brings, and what was really there.
@NullMarked
package dev.interlock.system.shipment;

import org.jspecify.annotations.NullMarked;
