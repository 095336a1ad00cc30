package dev.interlock.process.notice;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A change as one supplier is told of it.
public record SupplierNotice(
        String supplierId,
        String changeNumber,
        long changeVersion,
        String title,
        @JsonRawValue @Schema(implementation = Object.class) String effectivity,
        @JsonRawValue @Schema(implementation = Part[].class) String parts,
        Instant issuedAt,
        @Nullable Instant acknowledgedAt,
        @Nullable String acknowledgedBy) {

    /// A part of the supplier that the change touches: `ADDED`, `REMOVED`, `CHANGED` or `REVISED`;
    /// `disposition` says what becomes of open purchase orders.
    public record Part(
            String itemId,
            @Nullable String supplierItemId,
            String effect,
            @Nullable String toRevision,
            @Nullable String disposition) {}
}
