/// Strict reading of what callers send, tolerant reading of what other systems answer.
@NullMarked
package dev.interlock.platform.json;

import org.jspecify.annotations.NullMarked;
