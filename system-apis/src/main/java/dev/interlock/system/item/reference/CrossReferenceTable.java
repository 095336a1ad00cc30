package dev.interlock.system.item.reference;

import dev.interlock.system.event.EventType;
import dev.interlock.system.item.CrossReference;
import dev.interlock.system.master.MasterKind;
import dev.interlock.system.master.MasterTable;
import dev.interlock.system.master.Source;
import dev.interlock.system.master.Sources;
import dev.interlock.system.sql.RowJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Under which name which system knows what.
@ApplicationScoped
class CrossReferenceTable
        implements MasterTable<CrossReference.Key, CrossReference.Draft, CrossReference> {
    private static final MasterKind KIND =
            new MasterKind("cross-reference", EventType.ERP_CROSS_REFERENCE_CHANGED);

    private static final String FIND =
            """
            SELECT kind, system, external_id, canonical_id, version, %s AS sources
              FROM cross_reference c
             WHERE kind = :kind AND system = :system AND external_id = :externalId
            """
                    .formatted(
                            Sources.column(
                                    "cross-reference",
                                    "c.kind || '/' || c.system || '/' || c.external_id"));

    private static final String INSERT =
            """
            INSERT INTO cross_reference (kind, system, external_id, canonical_id)
            VALUES (:kind, :system, :externalId, :canonicalId)
            """;

    private static final String UPDATE =
            """
            UPDATE cross_reference SET canonical_id = :canonicalId, version = version + 1
             WHERE kind = :kind AND system = :system AND external_id = :externalId
            """;

    /// A location is only a word: no master says which there are.
    private static final String KNOWN =
            """
            SELECT CASE :kind
                   WHEN 'ITEM' THEN EXISTS (SELECT FROM item WHERE item_id = :id)
                   WHEN 'SUPPLIER' THEN EXISTS (SELECT FROM supplier WHERE supplier_id = :id)
                   WHEN 'UNIT' THEN EXISTS (SELECT FROM unit WHERE code = :id)
                   WHEN 'WORK_CENTER' THEN EXISTS (SELECT FROM work_center
                       WHERE plant = split_part(:id, '/', 1) AND plant || '/' || work_center_id = :id)
                   WHEN 'REVISION' THEN EXISTS (SELECT FROM revision
                       WHERE item_id = split_part(:id, '/', 1) AND item_id || '/' || revision = :id)
                   ELSE true END
            """;

    /// Whether there is what the canonical id names: of a work center and of a revision, plant or
    /// item and its own id, with a slash between.
    boolean knows(Handle handle, CrossReference.Kind kind, String canonicalId) {
        return handle.createQuery(KNOWN)
                .bind("kind", kind.name())
                .bind("id", canonicalId)
                .mapTo(Boolean.class)
                .one();
    }

    @Override
    public MasterKind kind() {
        return KIND;
    }

    @Override
    public String id(CrossReference.Key key) {
        return key.text();
    }

    @Override
    public Optional<CrossReference> find(Handle handle, CrossReference.Key key) {
        return handle.createQuery(FIND)
                .bind("kind", key.kind())
                .bind("system", key.system())
                .bind("externalId", key.externalId())
                .map((row, context) ->
                        new CrossReference(
                                CrossReference.Kind.valueOf(row.getString("kind")),
                                row.getString("system"),
                                row.getString("external_id"),
                                row.getString("canonical_id"),
                                row.getLong("version"),
                                RowJson.list(row, "sources", Source.class)))
                .findOne();
    }

    @Override
    public CrossReference.Draft draftOf(CrossReference standing) {
        return new CrossReference.Draft(standing.canonicalId());
    }

    @Override
    public void insert(Handle handle, CrossReference.Key key, CrossReference.Draft draft) {
        write(handle, INSERT, key, draft);
    }

    @Override
    public void update(Handle handle, CrossReference.Key key, CrossReference.Draft draft) {
        write(handle, UPDATE, key, draft);
    }

    private static void write(
            Handle handle, String sql, CrossReference.Key key, CrossReference.Draft draft) {
        handle.createUpdate(sql)
                .bind("kind", key.kind())
                .bind("system", key.system())
                .bind("externalId", key.externalId())
                .bind("canonicalId", draft.canonicalId())
                .execute();
    }
}
