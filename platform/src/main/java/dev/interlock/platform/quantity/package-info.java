/// Quantities with units: exact decimals and UN/ECE Rec 20 codes.
@NullMarked
package dev.interlock.platform.quantity;

import org.jspecify.annotations.NullMarked;
