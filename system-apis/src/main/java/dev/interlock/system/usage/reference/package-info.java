/// Usage policies of the embedded reference ERP.
@NullMarked
package dev.interlock.system.usage.reference;

import org.jspecify.annotations.NullMarked;
