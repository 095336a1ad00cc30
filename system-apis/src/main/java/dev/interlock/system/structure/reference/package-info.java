/// BOMs, routings and work centers in the embedded reference ERP.
@NullMarked
package dev.interlock.system.structure.reference;

import org.jspecify.annotations.NullMarked;
