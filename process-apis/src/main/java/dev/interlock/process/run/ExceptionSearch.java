package dev.interlock.process.run;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which exceptions a list is to show; every part that is given must hold. `target` is `MES`, or
/// `MES:2000` for one plant.
public record ExceptionSearch(
        @Nullable Boolean open,
        ExceptionItem.@Nullable Cause cause,
        @Nullable String process,
        @Nullable String target,
        @Nullable Instant openedBefore,
        @Nullable String correlationId,
        List<String> keys) {
    public ExceptionSearch {
        keys = List.copyOf(keys);
        Moment.mustBePlausible("?openedBefore", openedBefore);
    }
}
