package dev.interlock.process.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// The runs. Who owns a run is a matter of its fence: every write names the fence it was claimed
/// with, and a write that meets a newer one changes nothing.
class RunTable {
    static final String COLUMNS =
            """
            id, seq, process, subject, state, input::text AS input, verdict::text AS verdict, undo_cause, give_up_at, fence,
            next_attempt_at, served_until, client, actor, correlation_id, answer_status, answer_body, told, created_at,
            updated_at, ended_at
            """;

    /// Free, due, and at the head of all its keys. SKIP LOCKED lets replicas claim side by side.
    private static final String CLAIM =
            """
            UPDATE run SET owner = :owner, fence = nextval('run_fence'), lease_until = clock_timestamp() + CAST(:lease AS interval)
             WHERE id IN (SELECT r.id FROM run r
                           WHERE r.open AND r.lease_until < clock_timestamp() AND r.next_attempt_at <= clock_timestamp()
                             AND NOT EXISTS (SELECT 1 FROM run_key mine
                                               JOIN run_key older ON older.key = mine.key AND older.open
                                                                 AND older.seq < mine.seq
                                              WHERE mine.run_id = r.id)
                           ORDER BY r.next_attempt_at
                           LIMIT :most
                             FOR UPDATE OF r SKIP LOCKED)
            RETURNING %s
            """
                    .formatted(COLUMNS);

    private static final String OWNED =
            """
            SELECT true FROM run WHERE id = :id AND fence = :fence FOR SHARE
            """;

    private static final String RENEW_ALL =
            """
            UPDATE run SET lease_until = clock_timestamp() + CAST(:lease AS interval) WHERE owner = :owner AND open AND id IN (<ids>)
            """;

    private static final String MOVE =
            """
            UPDATE run SET state = :state, updated_at = clock_timestamp(), changed_xid = pg_current_xact_id(),
                           next_attempt_at = CAST(:next AS timestamptz),
                           lease_until = CASE WHEN :release THEN clock_timestamp() ELSE lease_until END,
                           owner = CASE WHEN NOT :release THEN owner END,
                           ended_at = CASE WHEN :ended THEN clock_timestamp() END
             WHERE id = :id AND fence = :fence
            RETURNING %s
            """
                    .formatted(COLUMNS);

    /// What an end frees and settles beside the run.
    private static final String CLOSE =
            """
            WITH freed AS (UPDATE run_key SET open = false WHERE run_id = :id),
                 settled AS (UPDATE exception_item SET closed_at = clock_timestamp(), resolution = 'SETTLED'
                              WHERE run_id = :id AND closed_at IS NULL)
            """;

    private static final String FINDINGS =
            """
            UPDATE run SET verdict = :verdict::jsonb,
                           give_up_at = clock_timestamp() + CAST(:giveUpAfter AS interval),
                           updated_at = clock_timestamp(), changed_xid = pg_current_xact_id()
             WHERE id = :id AND fence = :fence
            RETURNING %s
            """
                    .formatted(COLUMNS);

    private static final String TAKE_OVER =
            """
            UPDATE run SET state = :state, undo_cause = coalesce(:cause, undo_cause), owner = NULL, stumbles = 0,
                           fence = nextval('run_fence'), lease_until = clock_timestamp() - interval '1 ms',
                           next_attempt_at = clock_timestamp(), updated_at = clock_timestamp(),
                           changed_xid = pg_current_xact_id()
             WHERE id = :id
            RETURNING %s
            """
                    .formatted(COLUMNS);

    private final Handle handle;

    RunTable(Handle handle) {
        this.handle = handle;
    }

    List<Run> claim(String owner, Duration lease, int most) {
        return handle.createQuery(CLAIM)
                .bind("owner", owner)
                .bind("lease", lease)
                .bind("most", most)
                .mapTo(Run.class)
                .list();
    }

    Optional<Run> find(String id) {
        return handle.createQuery("SELECT %s FROM run WHERE id = :id".formatted(COLUMNS))
                .bind("id", id)
                .mapTo(Run.class)
                .findOne();
    }

    /// Held fast until the transaction ends, whoever works on it.
    Optional<Run> lock(String id) {
        return handle.createQuery("SELECT %s FROM run WHERE id = :id FOR UPDATE".formatted(COLUMNS))
                .bind("id", id)
                .mapTo(Run.class)
                .findOne();
    }

    /// Takes the run from whoever works on it; it is claimed anew, and at once.
    Run takeOver(Run run, RunState state, Run.@Nullable UndoCause cause) {
        return handle.createQuery(TAKE_OVER)
                .bind("id", run.id())
                .bind("state", state)
                .bind("cause", cause)
                .mapTo(Run.class)
                .one();
    }

    Optional<Instant> lastBegun(String process, String subject) {
        return handle.createQuery(
                        """
                        SELECT created_at FROM run
                         WHERE process = :process AND subject = :subject AND state NOT IN ('REFUSED', 'CANCELLED')
                         ORDER BY seq DESC LIMIT 1
                        """)
                .bind("process", process)
                .bind("subject", subject)
                .mapTo(Instant.class)
                .findOne();
    }

    /// Proves that this worker still owns the run, for the rest of the transaction; its other lanes
    /// may prove it at the same time.
    void requireOwned(Run run) {
        var owned =
                handle.createQuery(OWNED)
                        .bind("id", run.id())
                        .bind("fence", run.fence())
                        .mapTo(Boolean.class)
                        .findOne();
        if (owned.isEmpty()) {
            throw new FencedException();
        }
    }

    void renewAll(String owner, Collection<String> ids, Duration lease) {
        if (!ids.isEmpty()) {
            handle.createUpdate(RENEW_ALL)
                    .bindList("ids", List.copyOf(ids))
                    .bind("owner", owner)
                    .bind("lease", lease)
                    .execute();
        }
    }

    /// Keeps the run with its worker.
    Run move(Run run, RunState state) {
        return move(MOVE, run, state, run.nextAttemptAt(), false);
    }

    /// Lets the run go; it is claimed again at `next`, or never by itself. An end frees its keys,
    /// and nobody has to decide about it any more.
    Run rest(Run run, RunState state, @Nullable Instant next) {
        return move(state.isOpen() ? MOVE : CLOSE + MOVE, run, state, next, true);
    }

    /// `next` goes as text, which has a type even where there is none (see [StepTable#end]).
    private Run move(String sql, Run run, RunState state, @Nullable Instant next, boolean release) {
        return owned(
                handle.createQuery(sql)
                        .bind("id", run.id())
                        .bind("fence", run.fence())
                        .bind("state", state)
                        .bind("next", next == null ? null : next.toString())
                        .bind("release", release)
                        .bind("ended", !state.isOpen()));
    }

    /// What the checks came to, where no step follows.
    Run keepFindings(Run run, String verdict, @Nullable Duration giveUpAfter) {
        return owned(
                handle.createQuery(FINDINGS)
                        .bind("id", run.id())
                        .bind("fence", run.fence())
                        .bind("verdict", verdict)
                        .bindByType("giveUpAfter", giveUpAfter, Duration.class));
    }

    /// The worker of the run has met a bug: how often since a person last looked.
    int stumbled(Run run) {
        return handle.createQuery(
                        "UPDATE run SET stumbles = stumbles + 1 WHERE id = :id AND fence = :fence"
                                + " RETURNING stumbles")
                .bind("id", run.id())
                .bind("fence", run.fence())
                .mapTo(Integer.class)
                .findOne()
                .orElseThrow(FencedException::new);
    }

    /// One that is tried for ever never is.
    boolean isOverdue(Run run) {
        return run.giveUpAt() != null && !now().isBefore(run.giveUpAt());
    }

    /// From here on only the new fence may write, here and in the tier below.
    Run beginUndo(Run run, Run.UndoCause cause) {
        new ExceptionTable(handle).settleBeforeUndo(run.id());
        return owned(
                handle.createQuery(
                                """
                                UPDATE run SET state = 'UNDOING', undo_cause = :cause, fence = nextval('run_fence'),
                                               updated_at = clock_timestamp(), changed_xid = pg_current_xact_id()
                                 WHERE id = :id AND fence = :fence
                                RETURNING %s
                                """
                                        .formatted(COLUMNS))
                        .bind("id", run.id())
                        .bind("fence", run.fence())
                        .bind("cause", cause));
    }

    /// The rest that its process was told of, and the answer where there is one: only the first is
    /// kept. The caller has let the run rest in the same transaction.
    void keep(Run run, String rest, Told told) {
        handle.createUpdate(
                        """
                        UPDATE run SET told = :told, answer_status = coalesce(answer_status, :status),
                                       answer_body = CASE WHEN answer_status IS NULL THEN :body ELSE answer_body END
                         WHERE id = :id
                        """)
                .bind("id", run.id())
                .bind("told", rest)
                .bind("status", told.status())
                .bind("body", told.body())
                .execute();
    }

    void stopServing(String id) {
        handle.createUpdate("UPDATE run SET served_until = clock_timestamp() WHERE id = :id")
                .bind("id", id)
                .execute();
    }

    Instant now() {
        return handle.createQuery("SELECT clock_timestamp()").mapTo(Instant.class).one();
    }

    /// A write that meets a newer fence returns nothing.
    private static Run owned(Query write) {
        return write.mapTo(Run.class).findOne().orElseThrow(FencedException::new);
    }
}
