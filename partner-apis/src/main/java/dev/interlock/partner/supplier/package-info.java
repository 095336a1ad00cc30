/// What a supplier sees: its own purchase orders, and the changes that touch its parts.
@NullMarked
package dev.interlock.partner.supplier;

import org.jspecify.annotations.NullMarked;
