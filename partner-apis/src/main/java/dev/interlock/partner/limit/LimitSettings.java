package dev.interlock.partner.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;

/// What each supplier may do: so many requests in a window, refilled evenly, by all replicas
/// together; and so many in a second and at the same moment, by each replica.
@ConfigMapping(prefix = "interlock.limits")
public interface LimitSettings {
    @WithDefault("3000")
    @Min(1)
    @Max(1_000_000)
    int requests();

    @WithDefault("PT1M")
    Duration window();

    /// In one second, by each replica: what the window has for it, and at least 20, unless it is
    /// said.
    Optional<@Min(1) @Max(1_000_000) Integer> burst();

    /// Far less than the pool of the database has connections: a flood of one leaves them to the
    /// others.
    @WithDefault("4")
    @Min(1)
    @Max(1_000)
    int atOnce();
}
