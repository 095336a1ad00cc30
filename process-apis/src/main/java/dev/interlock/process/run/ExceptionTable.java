package dev.interlock.process.run;

import dev.interlock.platform.paging.Cursor;
import dev.interlock.platform.paging.Limit;
import dev.interlock.platform.paging.Page;
import dev.interlock.process.run.ExceptionItem.Status;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The exception queue: what waits for a person, the oldest first.
class ExceptionTable {
    private static final String SELECT =
            """
            SELECT e.id AS exception_id, e.run_id, r.process, r.subject, coalesce(s.name, 'run') AS step,
                   coalesce(s.target, 'INTERLOCK') AS target, e.cause, e.detail,
                   coalesce(e.resolution, 'OPEN') AS status, e.opened_at,
                   extract(epoch FROM coalesce(e.closed_at, clock_timestamp()) - e.opened_at)::bigint AS age_seconds,
                   e.closed_at, e.resolved_by, e.reason
              FROM exception_item e
              JOIN run r ON r.id = e.run_id
              LEFT JOIN step s ON s.run_id = e.run_id AND s.position = e.position
            """;

    private static final String FILTER =
            """
             WHERE e.id > :after
               AND (CAST(:cause AS text) IS NULL OR e.cause = :cause)
               AND (CAST(:process AS text) IS NULL OR r.process = :process)
               AND (CAST(:target AS text) IS NULL OR s.target = :target OR split_part(s.target, ':', 1) = :target)
               AND (CAST(:openedBefore AS timestamptz) IS NULL OR e.opened_at < :openedBefore)
               AND (CAST(:correlationId AS text) IS NULL OR r.correlation_id = :correlationId)
            """;

    /// Where an exception stands that is about the run itself.
    private static final int RUN = -1;

    private final Handle handle;

    ExceptionTable(Handle handle) {
        this.handle = handle;
    }

    /// A person has to look; the same step is listed once while it is open, with what was last
    /// wrong.
    void raise(Step step, String cause, String detail) {
        raise(step.runId(), step.position(), cause, detail);
    }

    /// A person has to look at what no step is to blame for.
    void raise(Run run, String detail) {
        raise(run.id(), RUN, "DEFECT", detail);
    }

    private void raise(String run, int position, String cause, String detail) {
        handle.createUpdate(
                        """
                        INSERT INTO exception_item (run_id, position, cause, detail)
                        VALUES (:run, :position, :cause, :detail)
                        ON CONFLICT (run_id, position) WHERE closed_at IS NULL
                        DO UPDATE SET cause = excluded.cause, detail = excluded.detail
                        """)
                .bind("run", run)
                .bind("position", position)
                .bind("cause", cause)
                .bind("detail", detail)
                .execute();
    }

    Optional<ExceptionItem> find(long id) {
        return handle.createQuery(SELECT + " WHERE e.id = :id")
                .bind("id", id)
                .mapTo(ExceptionItem.class)
                .findOne();
    }

    List<ExceptionItem> of(String runId) {
        return handle.createQuery(SELECT + " WHERE e.run_id = :run ORDER BY e.id")
                .bind("run", runId)
                .mapTo(ExceptionItem.class)
                .list();
    }

    Page<ExceptionItem> page(ExceptionSearch wanted, Limit limit, @Nullable Cursor cursor) {
        Cursor.parts(cursor, 1);
        var sql = new StringBuilder(SELECT).append(FILTER);
        if (wanted.open() != null) {
            sql.append(wanted.open() ? " AND e.closed_at IS NULL" : " AND e.closed_at IS NOT NULL");
        }
        for (var i = 0; i < wanted.keys().size(); i++) {
            sql.append(" AND e.run_id IN (SELECT run_id FROM run_search WHERE key = :key")
                    .append(i)
                    .append(")");
        }
        var query =
                handle.createQuery(sql.append(" ORDER BY e.id LIMIT :limit").toString())
                        .bind("after", cursor == null ? 0 : cursor.number(0))
                        .bind("cause", wanted.cause())
                        .bind("process", wanted.process())
                        .bind("target", wanted.target())
                        .bind("openedBefore", wanted.openedBefore())
                        .bind("correlationId", wanted.correlationId())
                        .bind("limit", limit.plusOne());
        for (var i = 0; i < wanted.keys().size(); i++) {
            query.bind("key" + i, wanted.keys().get(i));
        }
        return Page.of(
                query.mapTo(ExceptionItem.class).list(),
                limit,
                item -> Cursor.of(Long.toString(item.exceptionId())));
    }

    /// The open exception of a step, closed by whoever acted.
    void close(Step step, Status resolution, String by, @Nullable String reason) {
        handle.createUpdate(
                        """
                        UPDATE exception_item
                           SET closed_at = clock_timestamp(), resolution = :resolution, resolved_by = :by, reason = :reason
                         WHERE run_id = :run AND position = :position AND closed_at IS NULL
                        """)
                .bind("run", step.runId())
                .bind("position", step.position())
                .bind("resolution", resolution)
                .bind("by", by)
                .bind("reason", reason)
                .execute();
    }

    /// Nobody has to decide about it any more.
    void settle(Step step) {
        handle.createUpdate(
                        """
                        UPDATE exception_item SET closed_at = clock_timestamp(), resolution = 'SETTLED'
                         WHERE run_id = :run AND position = :position AND closed_at IS NULL
                        """)
                .bind("run", step.runId())
                .bind("position", step.position())
                .execute();
    }

    void closeAll(String runId, Status resolution, String by, @Nullable String reason) {
        handle.createUpdate(
                        """
                        UPDATE exception_item
                           SET closed_at = clock_timestamp(), resolution = :resolution, resolved_by = :by, reason = :reason
                         WHERE run_id = :run AND closed_at IS NULL
                        """)
                .bind("run", runId)
                .bind("resolution", resolution)
                .bind("by", by)
                .bind("reason", reason)
                .execute();
    }

    /// The run takes itself back: only what that needs a person for still waits for one.
    void settleBeforeUndo(String runId) {
        handle.createUpdate(
                        """
                        UPDATE exception_item e SET closed_at = clock_timestamp(), resolution = 'SETTLED'
                         WHERE e.run_id = :run AND e.closed_at IS NULL
                           AND NOT EXISTS (SELECT FROM step s
                                            WHERE s.run_id = e.run_id AND s.position = e.position
                                              AND s.state = 'PARKED'
                                              AND (s.undo_path LIKE '%%{reference}%%' OR s.pivot AND %s))
                        """
                                .formatted(StepTable.MAY_STAND))
                .bind("run", runId)
                .execute();
    }
}
