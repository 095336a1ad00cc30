/// How fast a structure is exploded.
@NullMarked
package dev.interlock.benchmark.structure;

import org.jspecify.annotations.NullMarked;
