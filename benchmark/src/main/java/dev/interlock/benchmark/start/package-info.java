/// How fast each application starts, and how much memory it then takes.
@NullMarked
package dev.interlock.benchmark.start;

import org.jspecify.annotations.NullMarked;
