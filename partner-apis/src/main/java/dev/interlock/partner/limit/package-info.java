/// How much of the tier one supplier may use, so that its flood is nobody else's.
@NullMarked
package dev.interlock.partner.limit;

import org.jspecify.annotations.NullMarked;
