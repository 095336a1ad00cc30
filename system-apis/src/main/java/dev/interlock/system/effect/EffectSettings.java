package dev.interlock.system.effect;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How long effects are protected and remembered.
@ConfigMapping(prefix = "interlock.effects")
interface EffectSettings {

    /// How long a call to another system keeps its key to itself; longer than any target's timeout.
    @WithDefault("20S")
    Duration lease();

    /// How long answers are replayed.
    @WithDefault("P30D")
    Duration retention();
}
