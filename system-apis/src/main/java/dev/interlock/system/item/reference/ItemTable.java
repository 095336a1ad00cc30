package dev.interlock.system.item.reference;

import dev.interlock.system.access.Sight;
import dev.interlock.system.event.EventType;
import dev.interlock.system.item.Item;
import dev.interlock.system.item.ItemDraft;
import dev.interlock.system.item.ItemPlant;
import dev.interlock.system.master.MasterKind;
import dev.interlock.system.master.MasterTable;
import dev.interlock.system.master.Source;
import dev.interlock.system.master.Sources;
import dev.interlock.system.sql.RowJson;
import dev.interlock.system.sql.TextArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/// Items. The current revision is derived: nobody writes it.
@ApplicationScoped
class ItemTable implements MasterTable<String, ItemDraft, Item> {
    static final MasterKind KIND = new MasterKind("item", EventType.ERP_ITEM_CHANGED);

    /// Needs `:plants` and `:supplier`.
    static final String SELECT =
            """
            SELECT i.item_id, i.description, i.type, i.base_unit, i.make_or_buy, i.usage_status, i.batch_managed, i.serial_managed,
                   i.version, i.changed_xid::text, effective_revision(i.item_id, item_day(i.item_id)) AS current_revision,
                   (SELECT json_agg(json_build_object('plant', p.plant, 'procurement', p.procurement,
                               'supplyLocation', p.supply_location, 'leadTimeDays', p.lead_time_days,
                               'minLot', quantity_json(p.min_lot, i.base_unit), 'maxLot', quantity_json(p.max_lot, i.base_unit),
                               'lotMultiple', quantity_json(p.lot_multiple, i.base_unit), 'usageStatus', p.usage_status)
                               ORDER BY p.plant)
                      FROM item_plant p
                     WHERE p.item_id = i.item_id AND CAST(:supplier AS text) IS NULL
                       AND (CAST(:plants AS text[]) IS NULL OR p.plant = ANY (:plants))) AS plants,
                   %s AS sources
              FROM item i
            """
                    .formatted(Sources.column("item", "i.item_id"));

    private static final String FIND =
            SELECT + " WHERE i.item_id = :itemId AND item_visible(i.item_id, :plants, :supplier)";

    private static final String INSERT =
            """
            INSERT INTO item (item_id, description, type, base_unit, make_or_buy, usage_status, batch_managed, serial_managed)
            VALUES (:itemId, :description, :type, :baseUnit, :makeOrBuy, :usageStatus, :batchManaged, :serialManaged)
            """;

    private static final String UPDATE =
            """
            UPDATE item SET description = :description, type = :type, base_unit = :baseUnit, make_or_buy = :makeOrBuy,
                   usage_status = :usageStatus, batch_managed = :batchManaged, serial_managed = :serialManaged,
                   version = version + 1, changed_at = clock_timestamp(), changed_xid = pg_current_xact_id()
             WHERE item_id = :itemId
            """;

    private final ItemPlantTable plants;

    ItemTable(ItemPlantTable plants) {
        this.plants = plants;
    }

    @Override
    public MasterKind kind() {
        return KIND;
    }

    @Override
    public String id(String itemId) {
        return itemId;
    }

    @Override
    public Optional<Item> find(Handle handle, String itemId) {
        return find(handle, itemId, Sight.EVERYTHING);
    }

    Optional<Item> find(Handle handle, String itemId, Sight sight) {
        return handle.createQuery(FIND)
                .bind("itemId", itemId)
                .bind("plants", TextArray.restricting(sight.plants()))
                .bind("supplier", sight.supplierId())
                .map(ItemTable::item)
                .findOne();
    }

    @Override
    public ItemDraft draftOf(Item standing) {
        return standing.draft();
    }

    @Override
    public void insert(Handle handle, String itemId, ItemDraft draft) {
        write(handle, INSERT, itemId, draft);
        plants.insert(handle, itemId, draft.plants());
    }

    @Override
    public void update(Handle handle, String itemId, ItemDraft draft) {
        write(handle, UPDATE, itemId, draft);
        plants.replace(handle, itemId, draft.plants());
    }

    static Item item(ResultSet row, StatementContext context) throws SQLException {
        return new Item(
                row.getString("item_id"),
                row.getString("description"),
                Item.Type.valueOf(row.getString("type")),
                row.getString("base_unit"),
                Item.MakeOrBuy.valueOf(row.getString("make_or_buy")),
                row.getString("current_revision"),
                row.getString("usage_status"),
                row.getBoolean("batch_managed"),
                row.getBoolean("serial_managed"),
                RowJson.list(row, "plants", ItemPlant.class),
                row.getLong("version"),
                RowJson.list(row, "sources", Source.class));
    }

    private static void write(Handle handle, String sql, String itemId, ItemDraft draft) {
        handle.createUpdate(sql).bind("itemId", itemId).bindMethods(draft).execute();
    }
}
