/// Production orders with their life cycle, and the sales orders they refer to.
@NullMarked
package dev.interlock.system.order;

import org.jspecify.annotations.NullMarked;
