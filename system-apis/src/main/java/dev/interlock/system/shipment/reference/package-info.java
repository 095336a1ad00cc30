/// Shipments in the embedded reference ERP.
@NullMarked
package dev.interlock.system.shipment.reference;

import org.jspecify.annotations.NullMarked;
