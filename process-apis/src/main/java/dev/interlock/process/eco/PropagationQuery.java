package dev.interlock.process.eco;

import dev.interlock.platform.paging.Cursor;
import dev.interlock.platform.paging.Limit;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// Which propagations a list is to show. With `changedSince` the list is a feed that misses
/// nothing.
public record PropagationQuery(
        @QueryParam("changeNumber") @Size(max = 40) @Nullable String changeNumber,
        @QueryParam("itemId") @Size(max = 40) @Nullable String itemId,
        @QueryParam("status") Propagation.@Nullable Status status,
        @QueryParam("changedSince")
                @Parameter(description = "Makes the list a feed, the oldest change first")
                @Nullable Instant changedSince,
        @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
        @QueryParam("cursor") @Nullable Cursor cursor) {
    List<String> keys() {
        return Stream.of(
                        changeNumber == null ? null : "change:" + changeNumber,
                        itemId == null ? null : "item:" + itemId)
                .filter(Objects::nonNull)
                .toList();
    }
}
