/// The row that whoever changes the stock or structure of an item in a plant holds meanwhile.
@NullMarked
package dev.interlock.system.anchor;

import org.jspecify.annotations.NullMarked;
