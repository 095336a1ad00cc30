package dev.interlock.process.run;

import java.time.Duration;

/// How a request to start a run was taken.
public sealed interface Registered {
    /// Written down, and owned by this replica.
    record New(Run run) implements Registered {}

    /// The same request under the same key: its first run.
    record Repeated(Run run) implements Registered {}

    /// Another request has already started what this one asks for.
    record Standing(String runId) implements Registered {}

    record KeyReused() implements Registered {}

    /// The first request with this key is being registered right now.
    record InProgress(Duration retryAfter) implements Registered {}
}
