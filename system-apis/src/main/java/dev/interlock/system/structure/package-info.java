/// What an item consists of and how it is made: BOMs, routings, work centers.
@NullMarked
package dev.interlock.system.structure;

import org.jspecify.annotations.NullMarked;
