/// What the shop floor reports.
@NullMarked
package dev.interlock.system.confirmation;

import org.jspecify.annotations.NullMarked;
