/// Stock: movements, balances and holds on it.
@NullMarked
package dev.interlock.system.inventory;

import org.jspecify.annotations.NullMarked;
