package dev.interlock.system.inventory;

import dev.interlock.platform.quantity.Quantity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What lies where, as the sum of its movements. `reserved` is the part of the item's reservations
/// in the plant that this stock covers, taken in the order of locations and lots. `supplierId` is
/// whose the lot is: the supplier's whose purchase order its receipt named.
public record Balance(
        String itemId,
        String plant,
        String location,
        @Nullable String lot,
        StockType stockType,
        Quantity quantity,
        Quantity reserved,
        @Nullable String supplierId,
        Instant asOf) {}
