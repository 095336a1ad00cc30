package dev.interlock.process.run;

import dev.interlock.platform.paging.Cursor;
import dev.interlock.platform.paging.Limit;
import dev.interlock.platform.paging.Page;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMappers;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// Runs by what people look for, by keyset.
class RunList {
    private static final String FILTER =
            """
            SELECT changed_xid::text AS xid, %s FROM run
             WHERE (CAST(:process AS text) IS NULL OR process = :process)
               AND (CAST(:correlationId AS text) IS NULL OR correlation_id = :correlationId)
            """
                    .formatted(RunTable.COLUMNS);

    private static final String NEWEST = " AND seq < :seq ORDER BY seq DESC LIMIT :limit";

    private static final String CHANGES =
            """
             AND changed_xid < pg_snapshot_xmin(pg_current_snapshot())
             AND (CAST(:since AS timestamptz) IS NULL OR updated_at >= :since)
             AND (changed_xid, seq) > (CAST(:xid AS xid8), :seq)
             ORDER BY changed_xid, seq LIMIT :limit
            """;

    private static final String HORIZON = "SELECT pg_snapshot_xmin(pg_current_snapshot())::text";

    private record Row(String xid, Run run) {
        Cursor place() {
            return Cursor.of(xid, Long.toString(run.seq()));
        }
    }

    private final Handle handle;

    RunList(Handle handle) {
        this.handle = handle;
    }

    Page<Run> page(RunSearch wanted, Limit limit, @Nullable Cursor cursor) {
        return wanted.changedSince() == null
                ? newest(wanted, limit, cursor)
                : changes(wanted, limit, cursor);
    }

    private Page<Run> newest(RunSearch wanted, Limit limit, @Nullable Cursor cursor) {
        Cursor.parts(cursor, 1);
        var rows =
                filtered(wanted, NEWEST)
                        .bind("seq", cursor == null ? Long.MAX_VALUE : cursor.number(0))
                        .bind("limit", limit.plusOne())
                        .mapTo(Run.class)
                        .list();
        return Page.of(rows, limit, run -> Cursor.of(Long.toString(run.seq())));
    }

    private Page<Run> changes(RunSearch wanted, Limit limit, @Nullable Cursor cursor) {
        Cursor.parts(cursor, 2);
        var horizon = handle.createQuery(HORIZON).mapTo(String.class).one();
        var mapper = handle.getConfig(RowMappers.class).findFor(Run.class).orElseThrow();
        var rows =
                filtered(wanted, CHANGES)
                        .bind("since", cursor == null ? wanted.changedSince() : null)
                        .bind("xid", cursor == null ? "0" : notNegative(cursor.number(0)))
                        .bind("seq", cursor == null ? 0 : cursor.number(1))
                        .bind("limit", limit.value())
                        .map((row, context) ->
                                new Row(row.getString("xid"), mapper.map(row, context)))
                        .list();
        var next =
                !rows.isEmpty()
                        ? rows.getLast().place()
                        : cursor == null ? Cursor.of(horizon, "0") : cursor;
        return new Page<>(rows.stream().map(Row::run).toList(), next.toString());
    }

    private static String notNegative(long xid) {
        return Long.toString(Math.max(0, xid));
    }

    private Query filtered(RunSearch wanted, String order) {
        var sql = new StringBuilder(FILTER);
        var statuses = wanted.statuses();
        if (statuses != null) {
            sql.append(" AND process || ':' || state = ANY (:statuses)");
            if (statuses.stream().allMatch(RunList::isOpen)) {
                sql.append(" AND open");
            } else if (statuses.stream().noneMatch(RunList::isOpenOrDone)) {
                sql.append(
                        " AND state IN ('REFUSED', 'UNANSWERED', 'UNDONE', 'CANCELLED',"
                                + " 'REJECTED')");
            }
        }
        for (var i = 0; i < wanted.keys().size(); i++) {
            sql.append(" AND seq IN (SELECT seq FROM run_search WHERE key = :key")
                    .append(i)
                    .append(")");
        }
        var query =
                handle.createQuery(sql.append(order).toString())
                        .bind("process", wanted.process())
                        .bind("correlationId", wanted.correlationId());
        if (statuses != null) {
            query.bind("statuses", statuses.toArray(String[]::new));
        }
        for (var i = 0; i < wanted.keys().size(); i++) {
            query.bind("key" + i, wanted.keys().get(i));
        }
        return query;
    }

    private static RunState state(String status) {
        return RunState.valueOf(status.substring(status.indexOf(':') + 1));
    }

    private static boolean isOpen(String status) {
        return state(status).isOpen();
    }

    private static boolean isOpenOrDone(String status) {
        return isOpen(status) || state(status) == RunState.SUCCEEDED;
    }
}
