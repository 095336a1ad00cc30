/// What a supplier answers to a purchase order, line by line, and what the buyer says to a change.
@NullMarked
package dev.interlock.system.acknowledgement;

import org.jspecify.annotations.NullMarked;
