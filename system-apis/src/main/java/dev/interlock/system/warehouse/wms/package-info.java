/// The warehouse system, in its own words.
@NullMarked
package dev.interlock.system.warehouse.wms;

import org.jspecify.annotations.NullMarked;
