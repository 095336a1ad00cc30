package dev.interlock.system.item.reference;

import dev.interlock.system.access.Sight;
import dev.interlock.system.event.EventType;
import dev.interlock.system.item.ItemSuppliers;
import dev.interlock.system.master.MasterKind;
import dev.interlock.system.master.MasterTable;
import dev.interlock.system.sql.RowJson;
import dev.interlock.system.sql.TextArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Who supplies which item. The list of an item is one thing with one version, kept at the item; 0
/// means never written.
@ApplicationScoped
class ItemSupplierTable implements MasterTable<String, ItemSuppliers.Draft, ItemSuppliers> {
    private static final MasterKind KIND =
            new MasterKind("item-suppliers", EventType.ERP_ITEM_SUPPLIERS_CHANGED);

    private static final String FIND =
            """
            SELECT i.item_id, i.suppliers_version AS version,
                   (SELECT json_agg(json_build_object('supplierId', s.supplier_id, 'supplierItemId', s.supplier_item_id,
                               'preferred', s.preferred, 'status', s.status) ORDER BY s.supplier_id)
                      FROM item_supplier s
                     WHERE s.item_id = i.item_id AND (CAST(:supplier AS text) IS NULL OR s.supplier_id = :supplier)) AS suppliers
              FROM item i WHERE i.item_id = :itemId AND item_visible(i.item_id, :plants, :supplier)
            """;

    private static final String RAISE =
            """
            UPDATE item SET suppliers_version = suppliers_version + 1,
                   changed_at = clock_timestamp(), changed_xid = pg_current_xact_id()
             WHERE item_id = :itemId
            """;

    private static final String DELETE = "DELETE FROM item_supplier WHERE item_id = :itemId";

    private static final String INSERT =
            """
            INSERT INTO item_supplier (item_id, supplier_id, supplier_item_id, preferred, status)
            VALUES (:itemId, :supplierId, :supplierItemId, :preferred, :status)
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
    public Optional<ItemSuppliers> find(Handle handle, String itemId) {
        return find(handle, itemId, Sight.EVERYTHING);
    }

    Optional<ItemSuppliers> find(Handle handle, String itemId, Sight sight) {
        return handle.createQuery(FIND)
                .bind("itemId", itemId)
                .bind("plants", TextArray.restricting(sight.plants()))
                .bind("supplier", sight.supplierId())
                .map((row, context) ->
                        new ItemSuppliers(
                                row.getString("item_id"),
                                RowJson.list(row, "suppliers", ItemSuppliers.ItemSupplier.class),
                                row.getLong("version")))
                .findOne();
    }

    @Override
    public ItemSuppliers.Draft draftOf(ItemSuppliers standing) {
        return new ItemSuppliers.Draft(standing.suppliers());
    }

    @Override
    public void insert(Handle handle, String itemId, ItemSuppliers.Draft draft) {
        update(handle, itemId, draft);
    }

    @Override
    public void update(Handle handle, String itemId, ItemSuppliers.Draft draft) {
        handle.createUpdate(RAISE).bind("itemId", itemId).execute();
        handle.createUpdate(DELETE).bind("itemId", itemId).execute();
        for (var supplier : draft.suppliers()) {
            handle.createUpdate(INSERT).bind("itemId", itemId).bindMethods(supplier).execute();
        }
    }
}
