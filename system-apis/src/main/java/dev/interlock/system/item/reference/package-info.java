/// The item master of the embedded reference ERP.
@NullMarked
package dev.interlock.system.item.reference;

import org.jspecify.annotations.NullMarked;
