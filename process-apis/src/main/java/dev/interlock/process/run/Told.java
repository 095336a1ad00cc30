package dev.interlock.process.run;

import org.jspecify.annotations.Nullable;

/// What whoever waits for a run is told of its rest: the answer that was kept, or nothing but that
/// it should look.
record Told(@Nullable Integer status, byte @Nullable [] body) {
    static final Told TO_LOOK = new Told(null, null);
}
