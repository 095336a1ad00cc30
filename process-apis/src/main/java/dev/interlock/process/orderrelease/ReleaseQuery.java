package dev.interlock.process.orderrelease;

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

/// Which releases a list is to show. With `changedSince` the list is a feed that misses nothing.
public record ReleaseQuery(
        @QueryParam("orderNumber") @Size(max = 40) @Nullable String orderNumber,
        @QueryParam("plant") @Size(max = 40) @Nullable String plant,
        @QueryParam("status") Release.@Nullable Status status,
        @QueryParam("changedSince")
                @Parameter(description = "Makes the list a feed, the oldest change first")
                @Nullable Instant changedSince,
        @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
        @QueryParam("cursor") @Nullable Cursor cursor) {
    List<String> keys() {
        return Stream.of(
                        orderNumber == null ? null : "order:" + orderNumber,
                        plant == null ? null : "plant:" + plant)
                .filter(Objects::nonNull)
                .toList();
    }
}
