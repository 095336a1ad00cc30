/// How long an engineering change takes to arrive everywhere.
@NullMarked
package dev.interlock.benchmark.change;

import org.jspecify.annotations.NullMarked;
