package dev.interlock.process.run;

import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// Where something is written down: by itself, or in a transaction that is open already.
interface Writing {
    /// One statement, which is a transaction by itself.
    <T> T single(Function<Handle, T> statement);

    <T> T inTransaction(Function<Handle, T> work);

    static Writing in(Handle handle) {
        return new Writing() {
            @Override
            public <T> T single(Function<Handle, T> statement) {
                return statement.apply(handle);
            }

            @Override
            public <T> T inTransaction(Function<Handle, T> work) {
                return work.apply(handle);
            }
        };
    }
}
