package dev.interlock.system.structure.reference;

import dev.interlock.system.event.EventType;
import dev.interlock.system.master.MasterKind;
import dev.interlock.system.master.MasterTable;
import dev.interlock.system.master.Source;
import dev.interlock.system.master.Sources;
import dev.interlock.system.sql.RowJson;
import dev.interlock.system.sql.TextArray;
import dev.interlock.system.structure.WorkCenter;
import dev.interlock.system.structure.WorkCenterDraft;
import dev.interlock.system.structure.WorkCenterKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/// Work centers.
@ApplicationScoped
class WorkCenterTable implements MasterTable<WorkCenterKey, WorkCenterDraft, WorkCenter> {
    private static final MasterKind KIND =
            new MasterKind("work-center", EventType.ERP_WORK_CENTER_CHANGED);

    private static final String SELECT =
            """
            SELECT plant, work_center_id, description, status, valid_from, valid_to, daily_capacity_seconds, version, %s AS sources
              FROM work_center w
            """
                    .formatted(Sources.column("work-center", "w.plant || '/' || w.work_center_id"));

    private static final String FIND =
            SELECT + " WHERE plant = :plant AND work_center_id = :workCenterId";

    private static final String THESE =
            SELECT
                    + """
                    WHERE (plant, work_center_id) IN (SELECT * FROM ROWS FROM (each_of(:plants), each_of(:ids)) AS asked (plant, id))
                    ORDER BY plant, work_center_id
                    """;

    private static final String INSERT =
            """
            INSERT INTO work_center (plant, work_center_id, description, status, valid_from, valid_to, daily_capacity_seconds)
            VALUES (:plant, :workCenterId, :description, :status, :from, :to, :capacity)
            """;

    private static final String UPDATE =
            """
            UPDATE work_center SET description = :description, status = :status, valid_from = :from, valid_to = :to,
                   daily_capacity_seconds = :capacity, version = version + 1
             WHERE plant = :plant AND work_center_id = :workCenterId
            """;

    @Override
    public MasterKind kind() {
        return KIND;
    }

    @Override
    public String id(WorkCenterKey key) {
        return key.text();
    }

    @Override
    public Optional<WorkCenter> find(Handle handle, WorkCenterKey key) {
        return handle.createQuery(FIND).bindMethods(key).map(WorkCenterTable::workCenter).findOne();
    }

    List<WorkCenter> these(Handle handle, List<WorkCenterKey> keys) {
        return handle.createQuery(THESE)
                .bind("plants", TextArray.of(keys.stream().map(WorkCenterKey::plant).toList()))
                .bind("ids", TextArray.of(keys.stream().map(WorkCenterKey::workCenterId).toList()))
                .map(WorkCenterTable::workCenter)
                .list();
    }

    private static WorkCenter workCenter(ResultSet row, StatementContext context)
            throws SQLException {
        return new WorkCenter(
                row.getString("plant"),
                row.getString("work_center_id"),
                row.getString("description"),
                WorkCenter.Status.valueOf(row.getString("status")),
                new WorkCenter.Validity(
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class)),
                Duration.ofSeconds(row.getLong("daily_capacity_seconds")),
                row.getLong("version"),
                RowJson.list(row, "sources", Source.class));
    }

    @Override
    public WorkCenterDraft draftOf(WorkCenter standing) {
        return standing.draft();
    }

    @Override
    public void insert(Handle handle, WorkCenterKey key, WorkCenterDraft draft) {
        write(handle, INSERT, key, draft);
    }

    @Override
    public void update(Handle handle, WorkCenterKey key, WorkCenterDraft draft) {
        write(handle, UPDATE, key, draft);
    }

    private static void write(Handle handle, String sql, WorkCenterKey key, WorkCenterDraft draft) {
        handle.createUpdate(sql)
                .bindMethods(key)
                .bind("description", draft.description())
                .bind("status", draft.status())
                .bind("from", draft.validity().from())
                .bind("to", draft.validity().to())
                .bind("capacity", draft.dailyCapacity().toSeconds())
                .execute();
    }
}
