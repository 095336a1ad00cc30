package dev.interlock.process.run;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What a process adds to the registration of its run. A registration that the database took back
/// is made again, with another run.
public interface Beginning {
    /// Nothing but the run.
    Beginning PLAIN = new Beginning() {};

    /// A run that already does what is asked, looked for under the locks of all keys.
    default Optional<String> standing(Handle handle) {
        return Optional.empty();
    }

    /// The run is at the head of its keys: nothing that is asked for it from here on can be out of
    /// date. It is written down meanwhile, and may still fail to be.
    default void isNext(String runId) {}

    /// Written down beside it.
    default void written(Handle handle, Run run) {}
}
