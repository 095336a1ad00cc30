package dev.interlock.system.revision.reference;

import dev.interlock.platform.problem.GatewayException.WrongState;
import dev.interlock.system.access.Sight;
import dev.interlock.system.event.EventType;
import dev.interlock.system.master.MasterKind;
import dev.interlock.system.master.MasterTable;
import dev.interlock.system.master.Source;
import dev.interlock.system.master.Sources;
import dev.interlock.system.revision.Effectivity;
import dev.interlock.system.revision.Revision;
import dev.interlock.system.revision.RevisionDraft;
import dev.interlock.system.revision.RevisionKey;
import dev.interlock.system.revision.RevisionSettings;
import dev.interlock.system.sql.RowJson;
import dev.interlock.system.sql.TextArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/// Revisions. An IMMEDIATE one begins on the plant day on which it is released; that day is kept
/// when it is written again.
@ApplicationScoped
class RevisionTable implements MasterTable<RevisionKey, RevisionDraft, Revision> {
    private static final MasterKind KIND =
            new MasterKind("revision", EventType.ERP_REVISION_CHANGED);

    /// A permanent one ends the day before the next permanent one begins.
    private static final String SELECT =
            """
            SELECT r.item_id, r.revision, r.effectivity_kind, r.effective_from, r.effective_to, r.change_number,
                   r.attributes, r.specification_urls, r.version,
                   CASE WHEN r.status = 'RELEASED' THEN coalesce(r.effective_to, next.begins - 1) END AS until,
                   CASE WHEN r.status = 'RELEASED' AND (next.begins <= today OR r.effective_to < today)
                        THEN 'SUPERSEDED' ELSE r.status END AS status,
                   %s AS sources
              FROM revision r
             CROSS JOIN LATERAL item_day(r.item_id) AS today
              LEFT JOIN LATERAL (
                   SELECT n.effective_from AS begins FROM revision n
                    WHERE n.item_id = r.item_id AND n.status = 'RELEASED' AND n.effective_to IS NULL AND r.effective_to IS NULL
                      AND (n.effective_from, n.rank) > (r.effective_from, r.rank)
                    ORDER BY n.effective_from, n.rank LIMIT 1) AS next ON true
             WHERE item_visible(r.item_id, :plants, :supplier)
            """
                    .formatted(Sources.column("revision", "r.item_id || '/' || r.revision"));

    private static final String FIND =
            SELECT + " AND r.item_id = :itemId AND r.revision = :revision";
    private static final String LIST =
            SELECT + " AND r.item_id IN (SELECT each_of(:itemIds)) ORDER BY r.item_id, r.rank";

    private static final String FROM =
            """
            CASE WHEN :kind = 'DATE' THEN CAST(:from AS date)
                 WHEN :status IN ('RELEASED', 'OBSOLETE') THEN coalesce(%s, item_day(:itemId)) END
            """;

    /// The item's current revision may be another one now: its feed has to say so.
    private static final String TOUCHING_ITEM =
            """
            WITH touched AS (
                UPDATE item SET changed_at = clock_timestamp(), changed_xid = pg_current_xact_id() WHERE item_id = :itemId)
            """;

    private static final String INSERT =
            TOUCHING_ITEM
                    + """
                    INSERT INTO revision (item_id, revision, rank, status, effectivity_kind, effective_from, effective_to, change_number,
                           attributes, specification_urls)
                    VALUES (:itemId, :revision, :rank, :status, :kind, %s, :to, :changeNumber,
                           CAST(:attributes AS jsonb), CAST(:specificationUrls AS jsonb))
                    """
                            .formatted(FROM.formatted("NULL"));

    private static final String UPDATE =
            TOUCHING_ITEM
                    + """
                    UPDATE revision SET status = :status, effectivity_kind = :kind, effective_from = %s, effective_to = :to,
                           change_number = :changeNumber, attributes = CAST(:attributes AS jsonb),
                           specification_urls = CAST(:specificationUrls AS jsonb), version = version + 1
                     WHERE item_id = :itemId AND revision = :revision
                    """
                            .formatted(
                                    FROM.formatted(
                                            "CASE WHEN effectivity_kind = 'IMMEDIATE' THEN"
                                                    + " effective_from END"));

    private final RevisionSettings settings;

    RevisionTable(RevisionSettings settings) {
        this.settings = settings;
    }

    @Override
    public MasterKind kind() {
        return KIND;
    }

    @Override
    public String id(RevisionKey key) {
        return key.text();
    }

    @Override
    public Optional<Revision> find(Handle handle, RevisionKey key) {
        return find(handle, key, Sight.EVERYTHING);
    }

    Optional<Revision> find(Handle handle, RevisionKey key, Sight sight) {
        return handle.createQuery(FIND)
                .bind("itemId", key.itemId())
                .bind("revision", key.revision())
                .bind("plants", TextArray.restricting(sight.plants()))
                .bind("supplier", sight.supplierId())
                .map(RevisionTable::revision)
                .findOne();
    }

    List<Revision> list(Handle handle, Set<String> itemIds, Sight sight) {
        return handle.createQuery(LIST)
                .bind("itemIds", TextArray.of(itemIds))
                .bind("plants", TextArray.restricting(sight.plants()))
                .bind("supplier", sight.supplierId())
                .map(RevisionTable::revision)
                .list();
    }

    @Override
    public RevisionDraft draftOf(Revision standing) {
        return standing.draft();
    }

    @Override
    public void requireStep(RevisionKey key, Revision standing, RevisionDraft draft) {
        var from = standing.draft().status();
        if (!from.mayBecome(draft.status())) {
            var allowed =
                    Arrays.stream(Revision.Status.values())
                            .filter(status -> status.mayBecome(draft.status()))
                            .map(Enum::name)
                            .toList();
            throw new WrongState("revision", key.text(), from.name(), allowed);
        }
    }

    @Override
    public void insert(Handle handle, RevisionKey key, RevisionDraft draft) {
        write(handle, INSERT, key, draft);
    }

    @Override
    public void update(Handle handle, RevisionKey key, RevisionDraft draft) {
        write(handle, UPDATE, key, draft);
    }

    private void write(Handle handle, String sql, RevisionKey key, RevisionDraft draft) {
        handle.createUpdate(sql)
                .bind("itemId", key.itemId())
                .bind("revision", key.revision())
                .bind("rank", settings.scheme().rank(key.revision()).orElseThrow())
                .bind("status", draft.status())
                .bind("kind", draft.effectivity().kind())
                .bind("from", draft.effectivity().fromDay())
                .bind("to", draft.effectivity().toDay())
                .bind("changeNumber", draft.changeNumber())
                .bind("attributes", RowJson.write(draft.attributes()))
                .bind("specificationUrls", RowJson.write(draft.specificationUrls()))
                .execute();
    }

    private static Revision revision(ResultSet row, StatementContext context) throws SQLException {
        var from = row.getObject("effective_from", LocalDate.class);
        var effectivity =
                Effectivity.of(
                        row.getString("effectivity_kind"),
                        from,
                        row.getObject("effective_to", LocalDate.class));
        return new Revision(
                row.getString("item_id"),
                row.getString("revision"),
                Revision.Shown.valueOf(row.getString("status")),
                effectivity,
                from,
                row.getObject("until", LocalDate.class),
                row.getString("change_number"),
                RowJson.map(row, "attributes"),
                RowJson.list(row, "specification_urls", String.class),
                row.getLong("version"),
                RowJson.list(row, "sources", Source.class));
    }
}
