package dev.interlock.system.master;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Lists of a draft in the order of their key, so that the same content in another order is the
/// same draft.
///
/// Runs before the constraints are checked: a list, an element or a key may still be missing, and
/// then stays so.
public final class Sorted {
    private Sorted() {}

    @SuppressWarnings("NullAway")
    public static <T, K extends Comparable<K>> List<T> by(
            List<T> list, Function<T, @Nullable K> key) {
        if (list == null) {
            return list;
        }
        var copy = new ArrayList<>(list);
        if (copy.stream().allMatch(Objects::nonNull)) {
            copy.sort(Comparator.comparing(key, Comparator.nullsFirst(Comparator.naturalOrder())));
        }
        return Collections.unmodifiableList(copy);
    }

    /// Whether no two elements have the same key.
    public static <T> boolean unique(List<T> list, Function<T, ?> key) {
        return list.stream().map(key).distinct().count() == list.size();
    }
}
