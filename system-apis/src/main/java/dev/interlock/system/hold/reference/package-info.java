/// Holds in the embedded reference ERP.
@NullMarked
package dev.interlock.system.hold.reference;

import org.jspecify.annotations.NullMarked;
