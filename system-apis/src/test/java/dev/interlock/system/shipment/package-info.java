@NullMarked
package dev.interlock.system.shipment;

import org.jspecify.annotations.NullMarked;
