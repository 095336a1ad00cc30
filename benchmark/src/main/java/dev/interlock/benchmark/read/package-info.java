/// What an authenticated read costs beside the bare one.
@NullMarked
package dev.interlock.benchmark.read;

import org.jspecify.annotations.NullMarked;
