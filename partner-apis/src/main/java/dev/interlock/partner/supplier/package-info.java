/// What a supplier sees and says: its own purchase orders and shipments, and the changes that touch
/// its parts.
@NullMarked
package dev.interlock.partner.supplier;

import org.jspecify.annotations.NullMarked;
