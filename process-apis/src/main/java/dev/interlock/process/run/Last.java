package dev.interlock.process.run;

import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/// What is written with the end of the step after which nothing is left to do, and whether it was.
final class Last {
    private final Predicate<Handle> writing;
    private volatile boolean written;

    /// `writing` says whether it wrote anything.
    Last(Predicate<Handle> writing) {
        this.writing = writing;
    }

    void write(Handle handle) {
        written = writing.test(handle);
    }

    boolean isWritten() {
        return written;
    }
}
