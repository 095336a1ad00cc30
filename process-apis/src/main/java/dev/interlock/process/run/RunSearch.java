package dev.interlock.process.run;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which runs a list is to show; every part that is given must hold. `statuses` are pairs of
/// process and state as `process:STATE`, any of which will do; `keys` are search keys, all of which
/// must be the run's.
///
/// With `changedSince` the list is a feed: its `nextCursor` never ends, and what is committed late
/// still comes behind it. Without, the newest come first.
public record RunSearch(
        @Nullable String process,
        @Nullable List<String> statuses,
        List<String> keys,
        @Nullable String correlationId,
        @Nullable Instant changedSince) {
    public RunSearch {
        statuses = statuses == null ? null : List.copyOf(statuses);
        keys = List.copyOf(keys);
        Moment.mustBePlausible("?changedSince", changedSince);
    }
}
