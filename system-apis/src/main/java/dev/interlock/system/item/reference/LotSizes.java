package dev.interlock.system.item.reference;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.system.item.ItemPlant;
import dev.interlock.system.master.Refusal;
import org.jspecify.annotations.Nullable;

/// Lot sizes that a plant can work with: positive, in the base unit, the smallest not above the
/// largest.
final class LotSizes {
    private LotSizes() {}

    static void check(ItemPlant plant, String baseUnit, String at, Refusal refusal) {
        checkOne(plant.minLot(), baseUnit, at + "/minLot", refusal);
        checkOne(plant.maxLot(), baseUnit, at + "/maxLot", refusal);
        checkOne(plant.lotMultiple(), baseUnit, at + "/lotMultiple", refusal);
        var least = plant.minLot();
        var most = plant.maxLot();
        if (least != null && most != null) {
            refusal.unless(
                    least.value().compareTo(most.value()) <= 0,
                    at + "/maxLot",
                    "lot-size",
                    "The largest lot is smaller than the smallest.");
        }
    }

    private static void checkOne(
            @Nullable Quantity lot, String baseUnit, String at, Refusal refusal) {
        if (lot != null) {
            refusal.unless(
                    lot.isPositive(), at + "/value", "positive", "A lot is more than nothing.");
            refusal.unless(
                    lot.unit().equals(baseUnit),
                    at + "/unit",
                    "base-unit",
                    "Lots are counted in " + baseUnit + ".");
        }
    }
}
