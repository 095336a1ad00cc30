/// The warehouse: what is to be staged for an order.
@NullMarked
package dev.interlock.system.warehouse;

import org.jspecify.annotations.NullMarked;
