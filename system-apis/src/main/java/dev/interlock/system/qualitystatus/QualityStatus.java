package dev.interlock.system.qualitystatus;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How a lot of a supplier's item stands, or the item itself where no lot is named. A lot of which
/// parts stand differently is there once for each.
public record QualityStatus(
        String supplierId,
        String itemId,
        @Nullable String supplierItemId,
        @Nullable String lot,
        Standing status) {

    @Schema(name = "QualityStanding")
    public enum Standing {
        RELEASED,
        IN_INSPECTION,
        ON_HOLD,
        REJECTED
    }
}
