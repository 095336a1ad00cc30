/// What the release of an order costs: time against the systems that are asked, calls and commits.
@NullMarked
package dev.interlock.benchmark.release;

import org.jspecify.annotations.NullMarked;
