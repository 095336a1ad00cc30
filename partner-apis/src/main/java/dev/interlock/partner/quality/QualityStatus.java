package dev.interlock.partner.quality;

import org.jspecify.annotations.Nullable;

/// How a lot of the supplier's item stands, or the item itself where no lot is named: RELEASED,
/// IN_INSPECTION, ON_HOLD or REJECTED. A lot of which parts stand differently is there once for
/// each.
public record QualityStatus(@Nullable String supplierItemId, @Nullable String lot, String status) {}
