/// What the systems of the plant saw of a business transaction: its calls, in turn and beside.
@NullMarked
package dev.interlock.benchmark.plant;

import org.jspecify.annotations.NullMarked;
