/// Production orders through their life cycle.
@NullMarked
package dev.interlock.system.order;

import org.jspecify.annotations.NullMarked;
