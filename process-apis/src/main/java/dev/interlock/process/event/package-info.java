/// Business facts of this tier, written in the transaction of their effect.
@NullMarked
package dev.interlock.process.event;

import org.jspecify.annotations.NullMarked;
