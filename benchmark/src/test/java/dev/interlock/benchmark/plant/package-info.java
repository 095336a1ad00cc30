/// What is read from the records of a plant.
@NullMarked
package dev.interlock.benchmark.release;

import org.jspecify.annotations.NullMarked;
