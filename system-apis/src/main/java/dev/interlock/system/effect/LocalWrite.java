package dev.interlock.system.effect;

import org.jdbi.v3.core.Handle;

/// An effect in our own database. It may run more than once (after a serialization failure or a
/// deadlock), each time in a transaction of its own; an exception undoes everything, the
/// idempotency row included.
@FunctionalInterface
public interface LocalWrite {
    Done perform(Handle handle);
}
