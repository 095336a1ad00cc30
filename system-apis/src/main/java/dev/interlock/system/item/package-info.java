/// Items with what plants and suppliers add to them, plants, suppliers and cross-references.
@NullMarked
package dev.interlock.system.item;

import org.jspecify.annotations.NullMarked;
