package dev.interlock.system.revision;

import dev.interlock.system.master.Consistent;
import dev.interlock.system.master.Plausible;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// From when, and until when, something holds. Exactly one of: `DATE` with `from` and perhaps `to`,
/// plant days, both included; `SERIAL` with `from` and perhaps `to`; `USE_UP` of an item;
/// `IMMEDIATE`, from the plant day of release.
@Consistent(
        message =
                "must have what its kind needs and nothing else: dates as yyyy-mm-dd, 'to' not"
                        + " before 'from'")
@Schema(examples = "{\"kind\": \"DATE\", \"from\": \"2026-01-01\"}")
public record Effectivity(
        @NotNull Kind kind,
        @Size(max = 40) @Nullable String from,
        @Size(max = 40) @Nullable String to,
        @Size(max = 40) @Nullable String itemId)
        implements Consistent.Whole {
    @Schema(name = "EffectivityKind")
    public enum Kind {
        DATE,
        SERIAL,
        USE_UP,
        IMMEDIATE
    }

    public static final Effectivity IMMEDIATE = new Effectivity(Kind.IMMEDIATE, null, null, null);

    public static Effectivity date(LocalDate from, @Nullable LocalDate to) {
        return new Effectivity(Kind.DATE, from.toString(), to == null ? null : to.toString(), null);
    }

    /// What a row says.
    public static Effectivity of(String kind, @Nullable LocalDate from, @Nullable LocalDate to) {
        return Kind.valueOf(kind) == Kind.DATE && from != null ? date(from, to) : IMMEDIATE;
    }

    @Override
    public boolean fitsTogether() {
        return kind == null
                || switch (kind) {
                    case DATE -> itemId == null && rangeFits();
                    case SERIAL -> itemId == null && from != null;
                    case USE_UP -> itemId != null && from == null && to == null;
                    case IMMEDIATE -> itemId == null && from == null && to == null;
                };
    }

    /// Whether the gateway can tell on which days it holds.
    public boolean hasDays() {
        return kind == Kind.DATE || kind == Kind.IMMEDIATE;
    }

    public @Nullable LocalDate fromDay() {
        return kind == Kind.DATE && from != null ? LocalDate.parse(from) : null;
    }

    public @Nullable LocalDate toDay() {
        return kind == Kind.DATE && to != null ? LocalDate.parse(to) : null;
    }

    private boolean rangeFits() {
        var first = day(from);
        var last = day(to);
        return first != null && (to == null || (last != null && !last.isBefore(first)));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            if (text == null) {
                return null;
            }
            var day = LocalDate.parse(text);
            return Plausible.OfDay.isPlausible(day) ? day : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
