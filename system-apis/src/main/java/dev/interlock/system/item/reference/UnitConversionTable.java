package dev.interlock.system.item.reference;

import dev.interlock.system.access.Sight;
import dev.interlock.system.event.EventType;
import dev.interlock.system.item.UnitConversions;
import dev.interlock.system.master.MasterKind;
import dev.interlock.system.master.MasterTable;
import dev.interlock.system.sql.RowJson;
import dev.interlock.system.sql.TextArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// In which units items are measured. The list of an item is one thing with one version, kept at
/// the item; 0 means never written.
@ApplicationScoped
class UnitConversionTable implements MasterTable<String, UnitConversions.Draft, UnitConversions> {
    private static final MasterKind KIND =
            new MasterKind("unit-conversions", EventType.ERP_UNIT_CONVERSIONS_CHANGED);

    private static final String FIND =
            """
            SELECT i.item_id, i.conversions_version AS version,
                   (SELECT json_agg(json_build_object('unit', c.unit, 'numerator', c.numerator, 'denominator', c.denominator)
                               ORDER BY c.unit)
                      FROM unit_conversion c WHERE c.item_id = i.item_id) AS conversions,
                   (SELECT json_agg(u.code ORDER BY u.code)
                      FROM unit u JOIN unit base ON base.code = i.base_unit
                     WHERE u.code = base.code OR u.dimension = base.dimension
                        OR EXISTS (SELECT FROM unit_conversion c WHERE c.item_id = i.item_id AND c.unit = u.code)) AS units
              FROM item i WHERE i.item_id = :itemId AND item_visible(i.item_id, :plants, :supplier)
            """;

    private static final String RAISE =
            """
            UPDATE item SET conversions_version = conversions_version + 1,
                   changed_at = clock_timestamp(), changed_xid = pg_current_xact_id()
             WHERE item_id = :itemId
            """;

    private static final String DELETE = "DELETE FROM unit_conversion WHERE item_id = :itemId";

    private static final String INSERT =
            """
            INSERT INTO unit_conversion (item_id, unit, numerator, denominator)
            VALUES (:itemId, :unit, :numerator, :denominator)
            """;

    @Override
    public MasterKind kind() {
        return KIND;
    }

    @Override
    public String id(String itemId) {
        return itemId;
    }

    @Override
    public Optional<UnitConversions> find(Handle handle, String itemId) {
        return find(handle, itemId, Sight.EVERYTHING);
    }

    Optional<UnitConversions> find(Handle handle, String itemId, Sight sight) {
        return handle.createQuery(FIND)
                .bind("itemId", itemId)
                .bind("plants", TextArray.restricting(sight.plants()))
                .bind("supplier", sight.supplierId())
                .map((row, context) ->
                        new UnitConversions(
                                row.getString("item_id"),
                                RowJson.list(
                                        row, "conversions", UnitConversions.UnitConversion.class),
                                RowJson.list(row, "units", String.class),
                                row.getLong("version")))
                .findOne();
    }

    @Override
    public UnitConversions.Draft draftOf(UnitConversions standing) {
        return new UnitConversions.Draft(standing.conversions());
    }

    @Override
    public void insert(Handle handle, String itemId, UnitConversions.Draft draft) {
        update(handle, itemId, draft);
    }

    @Override
    public void update(Handle handle, String itemId, UnitConversions.Draft draft) {
        handle.createUpdate(RAISE).bind("itemId", itemId).execute();
        handle.createUpdate(DELETE).bind("itemId", itemId).execute();
        for (var conversion : draft.conversions()) {
            handle.createUpdate(INSERT).bind("itemId", itemId).bindMethods(conversion).execute();
        }
    }
}
