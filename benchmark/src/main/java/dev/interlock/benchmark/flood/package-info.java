/// What a supplier that asks without end does to one that asks now and then.
@NullMarked
package dev.interlock.benchmark.flood;

import org.jspecify.annotations.NullMarked;
