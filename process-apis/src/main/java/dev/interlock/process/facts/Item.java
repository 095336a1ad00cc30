package dev.interlock.process.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An item, as far as a change or a release asks for it.
public record Item(
        String itemId,
        String description,
        String type,
        String baseUnit,
        String makeOrBuy,
        @Nullable String currentRevision,
        String usageStatus,
        boolean batchManaged,
        List<ItemPlant> plants) {

    public record ItemPlant(String plant, @Nullable String usageStatus) {}

    /// What the plant says of the item goes before what the item says of itself.
    public String usageStatusIn(String plant) {
        return plants.stream()
                .filter(p -> p.plant().equals(plant) && p.usageStatus() != null)
                .map(p -> String.valueOf(p.usageStatus()))
                .findFirst()
                .orElse(usageStatus);
    }
}
