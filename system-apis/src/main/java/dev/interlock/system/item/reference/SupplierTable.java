package dev.interlock.system.item.reference;

import dev.interlock.system.event.EventType;
import dev.interlock.system.item.Supplier;
import dev.interlock.system.item.SupplierDraft;
import dev.interlock.system.master.MasterKind;
import dev.interlock.system.master.MasterTable;
import dev.interlock.system.master.Source;
import dev.interlock.system.master.Sources;
import dev.interlock.system.sql.RowJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Suppliers.
@ApplicationScoped
class SupplierTable implements MasterTable<String, SupplierDraft, Supplier> {
    private static final MasterKind KIND =
            new MasterKind("supplier", EventType.ERP_SUPPLIER_CHANGED);

    private static final String FIND =
            "SELECT supplier_id, name, status, version, %s AS sources FROM supplier WHERE supplier_id = :supplierId"
                    .formatted(Sources.column("supplier", "supplier.supplier_id"));

    private static final String INSERT =
            "INSERT INTO supplier (supplier_id, name, status) VALUES (:supplierId, :name, :status)";

    private static final String UPDATE =
            "UPDATE supplier SET name = :name, status = :status, version = version + 1 WHERE"
                    + " supplier_id = :supplierId";

    @Override
    public MasterKind kind() {
        return KIND;
    }

    @Override
    public String id(String supplierId) {
        return supplierId;
    }

    @Override
    public Optional<Supplier> find(Handle handle, String supplierId) {
        return handle.createQuery(FIND)
                .bind("supplierId", supplierId)
                .map((row, context) ->
                        new Supplier(
                                row.getString("supplier_id"),
                                row.getString("name"),
                                Supplier.Status.valueOf(row.getString("status")),
                                row.getLong("version"),
                                RowJson.list(row, "sources", Source.class)))
                .findOne();
    }

    @Override
    public SupplierDraft draftOf(Supplier standing) {
        return new SupplierDraft(standing.name(), standing.status());
    }

    @Override
    public void insert(Handle handle, String supplierId, SupplierDraft draft) {
        write(handle, INSERT, supplierId, draft);
    }

    @Override
    public void update(Handle handle, String supplierId, SupplierDraft draft) {
        write(handle, UPDATE, supplierId, draft);
    }

    private static void write(Handle handle, String sql, String supplierId, SupplierDraft draft) {
        handle.createUpdate(sql)
                .bind("supplierId", supplierId)
                .bind("name", draft.name())
                .bind("status", draft.status())
                .execute();
    }
}
