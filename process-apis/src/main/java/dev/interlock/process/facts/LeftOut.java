package dev.interlock.process.facts;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Lists that an answer may leave out.
final class LeftOut {
    private LeftOut() {}

    static <T> List<T> orEmpty(@Nullable List<T> list) {
        return List.copyOf(Objects.requireNonNullElse(list, List.of()));
    }
}
