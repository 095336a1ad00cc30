package dev.interlock.process.facts;

import dev.interlock.platform.quantity.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

    public record ItemPlant(
            String plant,
            @Nullable Quantity minLot,
            @Nullable Quantity maxLot,
            @Nullable Quantity lotMultiple,
            @Nullable String usageStatus) {}

    public Optional<ItemPlant> inPlant(String plant) {
        return plants.stream().filter(p -> p.plant().equals(plant)).findFirst();
    }

    /// What the item says of itself and what the plant says of it: ERP goes by the stricter one.
    public Stream<String> usageStatusesIn(String plant) {
        return Stream.concat(
                        inPlant(plant).flatMap(p -> Optional.ofNullable(p.usageStatus())).stream(),
                        Stream.of(usageStatus))
                .distinct();
    }
}
