/// Acknowledgements in the embedded reference ERP.
@NullMarked
package dev.interlock.system.acknowledgement.reference;

import org.jspecify.annotations.NullMarked;
