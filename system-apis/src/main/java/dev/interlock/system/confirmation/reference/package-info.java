/// Confirmations in the embedded reference ERP.
@NullMarked
package dev.interlock.system.confirmation.reference;

import org.jspecify.annotations.NullMarked;
