package dev.interlock.system.engineering;

import dev.interlock.platform.problem.Violation;
import dev.interlock.system.vendor.Id;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// From when a change holds: exactly one kind, with that kind's members and no others.
public record Effectivity(
        @NotNull Kind kind,
        @Size(min = 1, max = 40) @Nullable String from,
        @Size(min = 1, max = 40) @Nullable String to,
        @Pattern(regexp = Id.SHAPE) @Nullable String itemId) {

    /// What it is measured by.
    public enum Kind {
        DATE,
        SERIAL,
        USE_UP,
        IMMEDIATE
    }

    /// What its kind forbids or misses.
    Optional<Violation> misfit() {
        var fits =
                switch (kind) {
                    case DATE -> isDay(from) && (to == null || isDay(to)) && itemId == null;
                    case SERIAL -> from != null && itemId == null;
                    case USE_UP -> itemId != null && from == null && to == null;
                    case IMMEDIATE -> from == null && to == null && itemId == null;
                };
        return fits
                ? Optional.empty()
                : Optional.of(
                        new Violation(
                                "/effectivity",
                                "effectivity",
                                switch (kind) {
                                    case DATE ->
                                            "DATE needs the day from, may have the day to, and"
                                                    + " nothing else.";
                                    case SERIAL ->
                                            "SERIAL needs the serial number from, may have to, and"
                                                    + " nothing else.";
                                    case USE_UP ->
                                            "USE_UP needs the itemId that is used up, and nothing"
                                                    + " else.";
                                    case IMMEDIATE -> "IMMEDIATE has nothing beside its kind.";
                                }));
    }

    private static boolean isDay(@Nullable String text) {
        try {
            return text != null && LocalDate.parse(text).getYear() > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
