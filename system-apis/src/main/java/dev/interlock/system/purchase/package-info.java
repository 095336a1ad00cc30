/// Purchase orders.
@NullMarked
package dev.interlock.system.purchase;

import org.jspecify.annotations.NullMarked;
