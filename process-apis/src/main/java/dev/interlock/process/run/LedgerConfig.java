package dev.interlock.process.run;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// The times of the run ledger. They nest: a call ends before its lease does, and a caller hears
/// before it gives up.
@ConfigMapping(prefix = "interlock.ledger")
public interface LedgerConfig {
    /// How long a silent worker keeps a run.
    @WithDefault("20S")
    Duration lease();

    /// How often this replica looks for runs that are due.
    @WithDefault("0.3S")
    Duration poll();

    /// How long a request waits for its run when it does not say (`Prefer: wait`).
    @WithDefault("25S")
    Duration patience();

    /// How long a worker stays with a run to repeat an attempt in place.
    @WithDefault("2S")
    Duration retryInPlace();

    /// The longest pause between two attempts of a step, until thirty have failed: it grows to
    /// twelve times as much.
    @WithDefault("5S")
    Duration longestPause();

    /// How long the answer to a key is repeated, and never less than its run is open.
    @WithDefault("P30D")
    Duration retention();

    /// Runs worked on at the same time by this replica.
    @WithDefault("64")
    int workers();
}
