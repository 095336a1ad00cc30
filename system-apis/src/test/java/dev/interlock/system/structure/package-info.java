/// BOMs, routings, and what comes out over all levels.
@NullMarked
package dev.interlock.system.structure;

import org.jspecify.annotations.NullMarked;
