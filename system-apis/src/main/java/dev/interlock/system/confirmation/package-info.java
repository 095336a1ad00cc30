/// What the shop floor reports of production orders: pieces made, scrapped and to be reworked, and
/// the stock that this moves.
@NullMarked
package dev.interlock.system.confirmation;

import org.jspecify.annotations.NullMarked;
