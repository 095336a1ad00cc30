package dev.interlock.process.run;

import org.jspecify.annotations.Nullable;

/// What an attempt sends as `If-Match`: empty where it demands that nothing stands yet, absent
/// where the step has none. `unreadable` is the end of an attempt that could not find out.
record Demand(@Nullable String ifMatch, @Nullable Outcome unreadable) {
    static final Demand NOTHING = new Demand(null, null);
}
