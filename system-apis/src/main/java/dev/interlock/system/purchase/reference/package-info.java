/// Purchase orders in the embedded reference ERP.
@NullMarked
package dev.interlock.system.purchase.reference;

import org.jspecify.annotations.NullMarked;
