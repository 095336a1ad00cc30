/// What every measurement needs: a stack of its own, clients, a bar, and a result that is written
/// down.
@NullMarked
package dev.interlock.benchmark.stage;

import org.jspecify.annotations.NullMarked;
