package dev.interlock.process.facts;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A revision of an item, with the plant days between which ERP lets it hold: those that its own
/// effectivity names, and where that names no end, the one before the next revision begins.
public record Revision(
        String itemId,
        String revision,
        String status,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        @Nullable Effectivity effectivity,
        @Nullable String changeNumber,
        @Nullable Map<String, Object> attributes,
        List<String> specificationUrls,
        List<Source> sources) {
    private static final Source GATEWAY = new Source("PROCESS-APIS");

    /// A system that has written it.
    public record Source(String system) {}

    /// A list that is left out is empty.
    public Revision {
        specificationUrls = LeftOut.orEmpty(specificationUrls);
        sources = LeftOut.orEmpty(sources);
    }

    /// Of the released revisions that hold on a day, the one that began last.
    public static Optional<Revision> effectiveOn(List<Revision> revisions, LocalDate day) {
        return revisions.stream()
                .filter(Revision::isReleased)
                .filter(revision -> revision.holdsOn(day))
                .max(
                        Comparator.comparing(Revision::begin)
                                .thenComparing(Revision::isSuperseded, Comparator.reverseOrder()));
    }

    private LocalDate begin() {
        return Optional.ofNullable(effectiveFrom).orElse(LocalDate.MIN);
    }

    public boolean holdsOn(LocalDate day) {
        return (effectiveFrom == null || !day.isBefore(effectiveFrom))
                && (effectiveTo == null || !day.isAfter(effectiveTo));
    }

    /// A propagation has written it, and nobody else.
    public boolean isOfTheGatewayAlone() {
        return sources.equals(List.of(GATEWAY));
    }

    /// SUPERSEDED is a released revision that another has followed.
    public boolean isReleased() {
        return status.equals("RELEASED") || isSuperseded();
    }

    /// One that ends by itself is a deviation: what held before holds again.
    public boolean isDeviation() {
        return effectivity != null && effectivity.toDay() != null;
    }

    public boolean isSuperseded() {
        return status.equals("SUPERSEDED");
    }
}
