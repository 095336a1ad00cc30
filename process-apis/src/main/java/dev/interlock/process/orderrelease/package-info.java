/// Production order release: an order starts only when every condition holds, everywhere or
/// nowhere.
@NullMarked
package dev.interlock.process.orderrelease;

import org.jspecify.annotations.NullMarked;
