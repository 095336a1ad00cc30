package dev.interlock.process.run;

import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// Where something is written down: in a transaction that is open already, or in one of its own.
interface Writing {
    <T> T write(Function<Handle, T> work);

    static Writing in(Handle handle) {
        return new Writing() {
            @Override
            public <T> T write(Function<Handle, T> work) {
                return work.apply(handle);
            }
        };
    }
}
