package dev.interlock.system.effect;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/// How an effect in doubt is settled when its request comes again.
public sealed interface Settlement<T> {

    /// The system may be sent the same thing again at any time, and ends in the same state.
    record Idempotent<T>() implements Settlement<T> {}

    /// After the quiet time the system is asked, by the effect key or a business key; what it does
    /// not know is sent again.
    record Verify<T>(Duration quietTime, Function<String, Optional<T>> lookUp)
            implements Settlement<T> {}

    /// Nobody can tell: 504 `outcome-unknown`, a person decides.
    record Park<T>() implements Settlement<T> {}
}
