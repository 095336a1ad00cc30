/// Business facts as CloudEvents: written in the transaction of their effect, read as one ordered
/// feed. Each tier has the two tables in its own schema.
@NullMarked
package dev.interlock.platform.event;

import org.jspecify.annotations.NullMarked;
