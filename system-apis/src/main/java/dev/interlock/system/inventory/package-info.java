/// Stock: movements that are only added to, balances that are their sum.
@NullMarked
package dev.interlock.system.inventory;

import org.jspecify.annotations.NullMarked;
