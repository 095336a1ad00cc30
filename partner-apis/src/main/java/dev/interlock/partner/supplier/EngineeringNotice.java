package dev.interlock.partner.supplier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A change that touches the supplier's parts: those alone, never what they are built into.
public record EngineeringNotice(
        String changeNumber,
        long changeVersion,
        Effectivity effectivity,
        List<Part> parts,
        Instant issuedAt,
        @Nullable Instant acknowledgedAt) {

    public record Effectivity(String kind, @Nullable LocalDate from, @Nullable LocalDate to) {}

    /// `effect` is ADDED, REMOVED, CHANGED or REVISED.
    public record Part(
            @Nullable String supplierItemId,
            String effect,
            @Nullable String toRevision,
            @Nullable String disposition) {}
}
