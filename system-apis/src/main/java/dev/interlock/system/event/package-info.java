/// Business facts as CloudEvents: written in the transaction of their effect, read as one ordered
/// feed.
@NullMarked
package dev.interlock.system.event;

import org.jspecify.annotations.NullMarked;
