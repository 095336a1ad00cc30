package dev.interlock.system.structure.reference;

import dev.interlock.system.event.EventType;
import dev.interlock.system.master.MasterKind;
import dev.interlock.system.master.MasterTable;
import dev.interlock.system.master.Source;
import dev.interlock.system.master.Sources;
import dev.interlock.system.revision.Effectivity;
import dev.interlock.system.sql.RowJson;
import dev.interlock.system.sql.TextArray;
import dev.interlock.system.structure.Operation;
import dev.interlock.system.structure.Routing;
import dev.interlock.system.structure.RoutingDraft;
import dev.interlock.system.structure.StructureKey;
import dev.interlock.system.structure.StructureStatus;
import dev.interlock.system.unit.Exact;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/// Routing headers, read with their operations.
@ApplicationScoped
class RoutingTable implements MasterTable<StructureKey, RoutingDraft, Routing> {
    private static final MasterKind KIND = new MasterKind("routing", EventType.ERP_ROUTING_CHANGED);

    private static final String SELECT =
            """
            SELECT r.item_id, r.revision, r.plant, r.status, r.lot_size_from, r.lot_size_to, r.lot_size_unit, r.effectivity_kind,
                   r.effective_from, r.effective_to, r.version,
                   (SELECT json_agg(json_build_object('number', o.number, 'workCenterId', o.work_center_id,
                               'description', o.description, 'setupTime', 'PT' || trim_scale(o.setup_seconds) || 'S',
                               'runTimePerUnit', 'PT' || trim_scale(o.run_seconds) || 'S', 'inspection', o.inspection,
                               'subcontractorId', o.subcontractor_id) ORDER BY o.number)
                      FROM routing_operation o
                     WHERE o.item_id = r.item_id AND o.revision = r.revision AND o.plant = r.plant) AS operations,
                   %s AS sources
              FROM routing r
             WHERE r.item_id = :itemId AND r.revision = :revision
            """
                    .formatted(
                            Sources.column(
                                    "routing", "r.item_id || '/' || r.revision || '/' || r.plant"));

    private static final String FIND = SELECT + " AND r.plant = :plant";

    /// A routing stands in few plants: so few that they are read by item and revision.
    private static final String FIND_IN =
            SELECT + " AND array_position(:plants, r.plant) IS NOT NULL ORDER BY r.plant";

    private static final String INSERT =
            """
            INSERT INTO routing (item_id, revision, plant, status, lot_size_from, lot_size_to, lot_size_unit, effectivity_kind,
                   effective_from, effective_to)
            VALUES (:itemId, :revision, :plant, :status, :lotFrom, :lotTo,
                   (SELECT base_unit FROM item WHERE item_id = :itemId), :kind, :from, :to)
            """;

    private static final String UPDATE =
            """
            UPDATE routing SET status = :status, lot_size_from = :lotFrom, lot_size_to = :lotTo, effectivity_kind = :kind,
                   effective_from = :from, effective_to = :to, version = version + 1
             WHERE item_id = :itemId AND revision = :revision AND plant = :plant
            """;

    private final RoutingOperationTable operations;

    RoutingTable(RoutingOperationTable operations) {
        this.operations = operations;
    }

    @Override
    public MasterKind kind() {
        return KIND;
    }

    @Override
    public String id(StructureKey key) {
        return key.text();
    }

    @Override
    public Optional<Routing> find(Handle handle, StructureKey key) {
        return handle.createQuery(FIND).bindMethods(key).map(RoutingTable::routing).findOne();
    }

    List<Routing> find(Handle handle, String itemId, String revision, List<String> plants) {
        return handle.createQuery(FIND_IN)
                .bind("itemId", itemId)
                .bind("revision", revision)
                .bind("plants", TextArray.of(plants))
                .map(RoutingTable::routing)
                .list();
    }

    @Override
    public RoutingDraft draftOf(Routing standing) {
        return standing.draft();
    }

    @Override
    public void insert(Handle handle, StructureKey key, RoutingDraft draft) {
        write(handle, INSERT, key, draft);
        operations.insert(handle, key, draft.operations());
    }

    @Override
    public void update(Handle handle, StructureKey key, RoutingDraft draft) {
        write(handle, UPDATE, key, draft);
        operations.replace(handle, key, draft.operations());
    }

    private static void write(Handle handle, String sql, StructureKey key, RoutingDraft draft) {
        handle.createUpdate(sql)
                .bindMethods(key)
                .bind("status", draft.status())
                .bind("lotFrom", Exact.valueOrNull(draft.lotSizeFrom()))
                .bind("lotTo", Exact.valueOrNull(draft.lotSizeTo()))
                .bind("kind", draft.effectivity().kind())
                .bind("from", draft.effectivity().fromDay())
                .bind("to", draft.effectivity().toDay())
                .execute();
    }

    private static Routing routing(ResultSet row, StatementContext context) throws SQLException {
        var unit = row.getString("lot_size_unit");
        return new Routing(
                row.getString("item_id"),
                row.getString("revision"),
                row.getString("plant"),
                StructureStatus.valueOf(row.getString("status")),
                Exact.orNull(row.getBigDecimal("lot_size_from"), unit),
                Exact.orNull(row.getBigDecimal("lot_size_to"), unit),
                Effectivity.of(
                        row.getString("effectivity_kind"),
                        row.getObject("effective_from", LocalDate.class),
                        row.getObject("effective_to", LocalDate.class)),
                RowJson.list(row, "operations", Operation.class),
                row.getLong("version"),
                RowJson.list(row, "sources", Source.class));
    }
}
