package dev.interlock.platform.outbound;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// The systems that a tier calls, by name: `interlock.targets.mes-1000.url=…`.
@StaticInitSafe
@ConfigMapping(prefix = "interlock.targets")
public interface TargetConfig {
    @WithParentName
    Map<String, One> all();

    /// One system, or one plant's part of it.
    interface One {
        /// Which system it is: `MES`, `QMS`, `ERP`, …
        String system();

        /// The plant it serves; without, every plant.
        Optional<String> plant();

        URI url();

        /// Until the whole answer has arrived.
        @WithDefault("5S")
        Duration timeout();

        /// How long to wait before asking what became of a call without an answer.
        @WithDefault("10S")
        Duration quietTime();

        /// Calls at the same time; one more waits for its turn, as long as an answer may take.
        @WithDefault("64")
        @Min(1)
        @Max(1000)
        int bulkhead();
    }
}
