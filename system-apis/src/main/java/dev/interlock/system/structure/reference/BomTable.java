package dev.interlock.system.structure.reference;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.system.event.EventType;
import dev.interlock.system.master.MasterKind;
import dev.interlock.system.master.MasterTable;
import dev.interlock.system.master.Source;
import dev.interlock.system.master.Sources;
import dev.interlock.system.revision.Effectivity;
import dev.interlock.system.sql.RowJson;
import dev.interlock.system.sql.TextArray;
import dev.interlock.system.structure.Bom;
import dev.interlock.system.structure.BomDraft;
import dev.interlock.system.structure.BomLine;
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

/// BOM headers, read with their lines.
@ApplicationScoped
class BomTable implements MasterTable<StructureKey, BomDraft, Bom> {
    private static final MasterKind KIND = new MasterKind("bom", EventType.ERP_BOM_CHANGED);

    private static final String SELECT =
            """
            SELECT b.item_id, b.revision, b.plant, b.usage, b.status, b.base_quantity, i.base_unit, b.effectivity_kind,
                   b.effective_from, b.effective_to, b.version,
                   (SELECT json_agg(json_build_object('position', l.position, 'componentId', l.component_id,
                               'quantity', quantity_json(l.quantity, l.unit), 'scrapPercent', trim_scale(l.scrap_percent)::text,
                               'phantom', l.phantom, 'backflush', l.backflush, 'operation', l.operation,
                               'effectivity', CASE WHEN l.effectivity_kind IS NOT NULL THEN json_build_object(
                                   'kind', l.effectivity_kind, 'from', l.effective_from, 'to', l.effective_to) END,
                               'alternativeGroup', l.alternative_group) ORDER BY l.position)
                      FROM bom_line l
                     WHERE l.item_id = b.item_id AND l.revision = b.revision AND l.plant = b.plant) AS lines,
                   %s AS sources
              FROM bom b JOIN item i USING (item_id)
             WHERE b.item_id = :itemId AND b.revision = :revision
            """
                    .formatted(
                            Sources.column(
                                    "bom", "b.item_id || '/' || b.revision || '/' || b.plant"));

    private static final String FIND = SELECT + " AND b.plant = :plant";

    /// A BOM stands in few plants: so few that they are read by item and revision.
    private static final String FIND_IN =
            SELECT + " AND array_position(:plants, b.plant) IS NOT NULL ORDER BY b.plant";

    private static final String INSERT =
            """
            INSERT INTO bom (item_id, revision, plant, usage, status, base_quantity, effectivity_kind, effective_from, effective_to)
            VALUES (:itemId, :revision, :plant, :usage, :status, :baseQuantity, :kind, :from, :to)
            """;

    private static final String UPDATE =
            """
            UPDATE bom SET usage = :usage, status = :status, base_quantity = :baseQuantity, effectivity_kind = :kind,
                   effective_from = :from, effective_to = :to, version = version + 1
             WHERE item_id = :itemId AND revision = :revision AND plant = :plant
            """;

    private final BomLineTable lines;

    BomTable(BomLineTable lines) {
        this.lines = lines;
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
    public Optional<Bom> find(Handle handle, StructureKey key) {
        return handle.createQuery(FIND).bindMethods(key).map(BomTable::bom).findOne();
    }

    List<Bom> find(Handle handle, String itemId, String revision, List<String> plants) {
        return handle.createQuery(FIND_IN)
                .bind("itemId", itemId)
                .bind("revision", revision)
                .bind("plants", TextArray.of(plants))
                .map(BomTable::bom)
                .list();
    }

    @Override
    public BomDraft draftOf(Bom standing) {
        return standing.draft();
    }

    @Override
    public void insert(Handle handle, StructureKey key, BomDraft draft) {
        write(handle, INSERT, key, draft);
        lines.insert(handle, key, draft.lines());
    }

    @Override
    public void update(Handle handle, StructureKey key, BomDraft draft) {
        write(handle, UPDATE, key, draft);
        lines.replace(handle, key, draft.lines());
    }

    private static void write(Handle handle, String sql, StructureKey key, BomDraft draft) {
        handle.createUpdate(sql)
                .bindMethods(key)
                .bind("usage", draft.usage())
                .bind("status", draft.status())
                .bind("baseQuantity", draft.baseQuantity().value())
                .bind("kind", draft.effectivity().kind())
                .bind("from", draft.effectivity().fromDay())
                .bind("to", draft.effectivity().toDay())
                .execute();
    }

    private static Bom bom(ResultSet row, StatementContext context) throws SQLException {
        Quantity baseQuantity =
                Exact.of(row.getBigDecimal("base_quantity"), row.getString("base_unit"));
        return new Bom(
                row.getString("item_id"),
                row.getString("revision"),
                row.getString("plant"),
                row.getString("usage"),
                StructureStatus.valueOf(row.getString("status")),
                baseQuantity,
                Effectivity.of(
                        row.getString("effectivity_kind"),
                        row.getObject("effective_from", LocalDate.class),
                        row.getObject("effective_to", LocalDate.class)),
                RowJson.list(row, "lines", BomLine.class),
                row.getLong("version"),
                RowJson.list(row, "sources", Source.class));
    }
}
