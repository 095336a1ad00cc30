package dev.interlock.process.orderrelease;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
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
}
