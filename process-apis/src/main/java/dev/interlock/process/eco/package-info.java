/// Engineering change propagation: a change is checked once and then told to every system that must
/// know it.
@NullMarked
package dev.interlock.process.eco;

import org.jspecify.annotations.NullMarked;
