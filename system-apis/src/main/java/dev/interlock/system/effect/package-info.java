/// Effects that happen once: one transaction for what is ours, two around a call for what is
/// another system's.
@NullMarked
package dev.interlock.system.effect;

import org.jspecify.annotations.NullMarked;
