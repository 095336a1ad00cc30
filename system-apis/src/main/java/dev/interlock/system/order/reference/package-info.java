/// Production orders in the embedded reference ERP.
@NullMarked
package dev.interlock.system.order.reference;

import org.jspecify.annotations.NullMarked;
