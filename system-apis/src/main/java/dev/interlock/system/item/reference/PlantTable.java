package dev.interlock.system.item.reference;

import dev.interlock.system.event.EventType;
import dev.interlock.system.item.Plant;
import dev.interlock.system.item.PlantDraft;
import dev.interlock.system.master.MasterKind;
import dev.interlock.system.master.MasterTable;
import dev.interlock.system.master.Source;
import dev.interlock.system.master.Sources;
import dev.interlock.system.sql.RowJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Plants.
@ApplicationScoped
class PlantTable implements MasterTable<String, PlantDraft, Plant> {
    private static final MasterKind KIND = new MasterKind("plant", EventType.ERP_PLANT_CHANGED);

    private static final String FIND =
            "SELECT plant, name, time_zone, version, %s AS sources FROM plant WHERE plant = :plant"
                    .formatted(Sources.column("plant", "plant.plant"));

    private static final String INSERT =
            "INSERT INTO plant (plant, name, time_zone) VALUES (:plant, :name, :timeZone)";

    private static final String UPDATE =
            "UPDATE plant SET name = :name, time_zone = :timeZone, version = version + 1 WHERE"
                    + " plant = :plant";

    @Override
    public MasterKind kind() {
        return KIND;
    }

    @Override
    public String id(String plant) {
        return plant;
    }

    @Override
    public Optional<Plant> find(Handle handle, String plant) {
        return handle.createQuery(FIND)
                .bind("plant", plant)
                .map((row, context) ->
                        new Plant(
                                row.getString("plant"),
                                row.getString("name"),
                                ZoneId.of(row.getString("time_zone")),
                                row.getLong("version"),
                                RowJson.list(row, "sources", Source.class)))
                .findOne();
    }

    @Override
    public PlantDraft draftOf(Plant standing) {
        return new PlantDraft(standing.name(), standing.timeZone());
    }

    @Override
    public void insert(Handle handle, String plant, PlantDraft draft) {
        write(handle, INSERT, plant, draft);
    }

    @Override
    public void update(Handle handle, String plant, PlantDraft draft) {
        write(handle, UPDATE, plant, draft);
    }

    private static void write(Handle handle, String sql, String plant, PlantDraft draft) {
        handle.createUpdate(sql)
                .bind("plant", plant)
                .bind("name", draft.name())
                .bind("timeZone", draft.timeZone().getId())
                .execute();
    }
}
