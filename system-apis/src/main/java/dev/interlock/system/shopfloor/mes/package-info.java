/// The plants' MES, in its own words.
@NullMarked
package dev.interlock.system.shopfloor.mes;

import org.jspecify.annotations.NullMarked;
