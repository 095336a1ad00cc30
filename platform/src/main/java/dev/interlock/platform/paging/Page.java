package dev.interlock.platform.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One page of a list, and where it goes on.
public record Page<T>(List<T> items, @Nullable String nextCursor) {
    public Page {
        items = List.copyOf(items);
    }

    /// Of rows that were read with `limit.plusOne()`.
    public static <T> Page<T> of(List<T> rows, Limit limit, Function<T, Cursor> key) {
        if (rows.size() <= limit.value()) {
            return new Page<>(rows, null);
        }
        var shown = rows.subList(0, limit.value());
        return new Page<>(shown, key.apply(shown.getLast()).toString());
    }

    /// A list that is whole by nature.
    public static <T> Page<T> whole(List<T> rows) {
        return new Page<>(rows, null);
    }
}
