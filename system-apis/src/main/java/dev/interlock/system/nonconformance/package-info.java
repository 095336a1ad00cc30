/// Nonconformances: what does not conform, from being found to being closed.
@NullMarked
package dev.interlock.system.nonconformance;

import org.jspecify.annotations.NullMarked;
