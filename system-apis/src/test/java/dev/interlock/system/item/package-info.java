/// The item API as callers meet it.
@NullMarked
package dev.interlock.system.item;

import org.jspecify.annotations.NullMarked;
