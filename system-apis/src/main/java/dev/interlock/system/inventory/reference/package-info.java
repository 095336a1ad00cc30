/// Stock in the embedded reference ERP.
@NullMarked
package dev.interlock.system.inventory.reference;

import org.jspecify.annotations.NullMarked;
