package dev.interlock.system.item.reference;

import dev.interlock.system.item.ItemPlant;
import dev.interlock.system.unit.Exact;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// What each plant adds to an item.
@ApplicationScoped
class ItemPlantTable {
    private static final String DELETE = "DELETE FROM item_plant WHERE item_id = :itemId";

    private static final String INSERT =
            """
            INSERT INTO item_plant (item_id, plant, procurement, supply_location, lead_time_days, min_lot, max_lot, lot_multiple,
                   usage_status)
            VALUES (:itemId, :plant, :procurement, :supplyLocation, :leadTimeDays, :minLot, :maxLot, :lotMultiple, :usageStatus)
            """;

    void replace(Handle handle, String itemId, List<ItemPlant> plants) {
        handle.createUpdate(DELETE).bind("itemId", itemId).execute();
        insert(handle, itemId, plants);
    }

    void insert(Handle handle, String itemId, List<ItemPlant> plants) {
        if (plants.isEmpty()) {
            return;
        }
        var batch = handle.prepareBatch(INSERT);
        for (var plant : plants) {
            batch.bind("itemId", itemId)
                    .bind("plant", plant.plant())
                    .bind("procurement", plant.procurement())
                    .bind("supplyLocation", plant.supplyLocation())
                    .bind("leadTimeDays", plant.leadTimeDays())
                    .bind("minLot", Exact.valueOrNull(plant.minLot()))
                    .bind("maxLot", Exact.valueOrNull(plant.maxLot()))
                    .bind("lotMultiple", Exact.valueOrNull(plant.lotMultiple()))
                    .bind("usageStatus", plant.usageStatus())
                    .add();
        }
        batch.execute();
    }
}
