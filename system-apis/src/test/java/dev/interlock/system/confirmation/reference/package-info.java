/// What confirmations of the reference ERP use up, and what they may be of.
@NullMarked
package dev.interlock.system.confirmation.reference;

import org.jspecify.annotations.NullMarked;
