package dev.interlock.process.orderrelease;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.Period;

/// How patient a release is.
@ConfigMapping(prefix = "interlock.release")
public interface ReleaseConfig {
    /// How long a technical failure before the pivot is repeated before everything is undone.
    @WithDefault("60S")
    Duration giveUpAfter();

    /// How far in the past a planned start may lie.
    @WithDefault("P30D")
    Period startTolerance();

    /// Orders of a batch that this replica checks at the same time.
    @WithDefault("4")
    @Min(1)
    @Max(64)
    int batchConcurrency();

    /// How long a batch waits for a silent replica before another one goes on with it.
    @WithDefault("30S")
    Duration batchLease();
}
