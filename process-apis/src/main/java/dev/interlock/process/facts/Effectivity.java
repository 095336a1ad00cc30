package dev.interlock.process.facts;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// When something holds: by `DATE` from a day, perhaps to another, both included; by `SERIAL` from
/// a serial number, perhaps to another; once stock of an item is used up; or `IMMEDIATE`, from now
/// on.
public record Effectivity(
        @NotNull @Pattern(regexp = "DATE|SERIAL|USE_UP|IMMEDIATE") String kind,
        @Size(min = 1, max = 40) @Nullable String from,
        @Size(min = 1, max = 40) @Nullable String to,
        @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}") @Nullable String itemId) {
    private static final String DATE = "DATE";

    /// Whoever reads one that names no days by date has been told nonsense, and learns it then.
    public Effectivity {
        if (DATE.equals(kind)) {
            requireDay(from);
            requireDay(to);
        }
    }

    private static void requireDay(@Nullable String text) {
        if (text != null) {
            var _ = LocalDate.parse(text);
        }
    }

    /// Whether it begins with a day, today where none is named.
    public boolean hasDays() {
        return kind.equals(DATE) || kind.equals("IMMEDIATE");
    }

    /// Null where it begins with no day of its own.
    public @Nullable LocalDate fromDay() {
        return day(from);
    }

    /// Null where no day ends it.
    public @Nullable LocalDate toDay() {
        return day(to);
    }

    /// What no day limits holds on every day.
    public boolean holdsOn(LocalDate day) {
        var first = fromDay();
        var last = toDay();
        return (first == null || !day.isBefore(first)) && (last == null || !day.isAfter(last));
    }

    private @Nullable LocalDate day(@Nullable String text) {
        return text == null || !kind.equals(DATE) ? null : LocalDate.parse(text);
    }
}
