package dev.interlock.sandbox.backend;

import io.vertx.core.json.JsonObject;

/// One system that the plant stands in for: its rules and its memory, nothing of networks and
/// faults.
public interface BackEnd {
    /// Performs or refuses the call; every call is answered.
    Answer answer(Call call);

    /// Everything it remembers.
    JsonObject memory();

    /// Takes up what it remembered before.
    void recall(JsonObject memory);
}
