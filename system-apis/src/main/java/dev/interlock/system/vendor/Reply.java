package dev.interlock.system.vendor;

import com.fasterxml.jackson.databind.JsonNode;

/// What a back end said to an effect that it understood.
public sealed interface Reply<T> {

    /// It did it, or found it done. `status` tells which.
    record Accepted<T>(int status, T body) implements Reply<T> {
        public boolean created() {
            return status == 201;
        }
    }

    /// It did it and has nothing to say.
    record Silent<T>() implements Reply<T> {}

    /// It said no, in its own words: never shown to a caller.
    record Declined<T>(int status, JsonNode body) implements Reply<T> {}
}
