package dev.interlock.process.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// The steps of the runs, with the exact bytes that are sent, and sent again.
class StepTable {
    private static final String COLUMNS =
            """
            run_id, position, name, target, via, method, path, body, if_match, after, pivot, undo_path, state, attempts,
            effect_key, reference, problem::text AS problem, next_attempt_at, started_at, ended_at,
            draft, prelude, remark, sent_if_match
            """;

    /// The run, where its worker still owns it: held until the transaction ends, and its other
    /// lanes may hold it at the same time.
    private static final String MINE =
            """
            WITH mine AS (SELECT created_at FROM run WHERE id = :run AND fence = :fence FOR SHARE),
            """;

    // an undo whose worker dies in it is due: one that was refused has no next attempt
    private static final String BEGUN =
            """
            begun AS (
                UPDATE step SET state = CASE WHEN :undo THEN 'COMPENSATING' ELSE 'RUNNING' END, attempts = attempts + 1,
                                next_attempt_at = CASE WHEN :undo THEN clock_timestamp() END,
                                started_at = coalesce(started_at, clock_timestamp()),
                                sent_if_match = coalesce((:sent)[array_position(:positions, position)], sent_if_match)
                  FROM mine WHERE run_id = :run AND position = ANY (:positions)
                RETURNING position, attempts),
            opened AS (
                INSERT INTO attempt (run_id, position, number, undo, fence, trace_id)
                SELECT :run, position, attempts, :undo, :fence, :trace FROM begun
                RETURNING position, number)
            """;

    private static final String BEGIN = MINE + BEGUN + "SELECT position, number FROM opened";

    /// The states are those before it, and before what begins with it.
    private static final String END =
            MINE
                    + """
                    ended AS (
                        UPDATE step SET state = :state, problem = :problem::jsonb, reference = coalesce(:reference, reference),
                                        next_attempt_at = clock_timestamp() + CAST(:delay AS interval),
                                        ended_at = CASE WHEN :final THEN clock_timestamp() END
                          FROM mine WHERE run_id = :run AND position = :position),
                    closed AS (
                        UPDATE attempt SET ended_at = clock_timestamp(), outcome = :outcome, status = :status, detail = :detail,
                                           digest = :digest
                          FROM mine WHERE run_id = :run AND position = :position AND number = :number),
                    """
                    + BEGUN
                    + """
                    SELECT extract(epoch FROM clock_timestamp() - created_at) * 1000 AS age,
                           (SELECT array_agg(state ORDER BY position) FROM step WHERE run_id = :run) AS states
                      FROM mine
                    """;

    private static final String COMPLETE =
            MINE
                    + """
                    completed AS (
                        UPDATE step SET body = :body, draft = false
                          FROM mine WHERE run_id = :run AND position = :position AND draft)
                    SELECT true FROM mine
                    """;

    /// An attempt of the step `s` may have had an effect that nobody knows of.
    static final String MAY_STAND =
            """
            EXISTS (SELECT FROM attempt a
                     WHERE a.run_id = s.run_id AND a.position = s.position AND NOT a.undo
                       AND coalesce(a.outcome, 'IN_DOUBT') IN ('IN_DOUBT', 'OUTCOME_UNKNOWN'))
            """;

    private static final String ATTEMPTS =
            """
            SELECT a.position, a.number, a.undo, a.started_at, a.ended_at, a.outcome, a.status, a.detail, a.trace_id, a.digest
              FROM attempt a JOIN step s USING (run_id, position)
             WHERE a.run_id = :run
               AND (a.number <= 10 OR a.number > s.attempts - 40
                    OR a.number = (SELECT min(d.number) FROM attempt d
                                    WHERE d.run_id = a.run_id AND d.position = a.position AND NOT d.undo
                                      AND coalesce(d.outcome, 'IN_DOUBT') IN ('IN_DOUBT', 'OUTCOME_UNKNOWN')))
             ORDER BY a.position, a.number
            """;

    private static final String MAKE_DUE =
            """
            UPDATE step s
               SET state = CASE WHEN s.state IN ('RETRYING', 'IN_DOUBT', 'COMPENSATING') THEN s.state
                                WHEN s.state = 'PARKED' AND %s THEN 'IN_DOUBT'
                                ELSE 'RETRYING' END,
                   next_attempt_at = clock_timestamp(), ended_at = NULL
             WHERE s.run_id = :run AND s.position = :position
            """
                    .formatted(MAY_STAND);

    private final Handle handle;

    StepTable(Handle handle) {
        this.handle = handle;
    }

    List<Step> of(String runId) {
        return handle.createQuery(
                        "SELECT %s FROM step WHERE run_id = :run ORDER BY position"
                                .formatted(COLUMNS))
                .bind("run", runId)
                .mapTo(Step.class)
                .list();
    }

    /// Of a step that was tried for days the first and the last ones, and the first that may have
    /// had an effect.
    List<Attempt> attemptsOf(String runId) {
        return handle.createQuery(ATTEMPTS).bind("run", runId).mapTo(Attempt.class).list();
    }

    /// Written before these bytes are first sent.
    boolean complete(Run run, Step step, byte[] exact) {
        return handle.createQuery(COMPLETE)
                .bind("run", run.id())
                .bind("fence", run.fence())
                .bind("position", step.position())
                .bind("body", exact)
                .mapTo(Boolean.class)
                .findOne()
                .orElseThrow(FencedException::new);
    }

    /// An attempt that is about to be made, and what it demands.
    record Opening(Step step, Demand demand) {}

    /// Written before anything is sent: the number of each attempt.
    List<Integer> begin(Run run, boolean undo, String traceId, List<Opening> openings) {
        var numbers =
                opening(handle.createQuery(BEGIN), run, undo, traceId, openings)
                        .map((row, _) -> Map.entry(row.getInt("position"), row.getInt("number")))
                        .collectToMap(Map.Entry::getKey, Map.Entry::getValue);
        if (numbers.isEmpty()) {
            throw new FencedException();
        }
        return openings.stream()
                .map(opening -> Objects.requireNonNull(numbers.get(opening.step().position())))
                .toList();
    }

    private static Query opening(
            Query query, Run run, boolean undo, String traceId, List<Opening> openings) {
        return query.bind("run", run.id())
                .bind("fence", run.fence())
                .bind(
                        "positions",
                        openings.stream()
                                .map(opening -> opening.step().position())
                                .toArray(Integer[]::new))
                .bind(
                        "sent",
                        openings.stream()
                                .map(opening -> opening.demand().ifMatch())
                                .toArray(String[]::new))
                .bind("undo", undo)
                .bind("trace", traceId);
    }

    /// How long after the registration of its run an attempt has ended, and the states of the run's
    /// steps by position when it did.
    record End(Duration age, List<StepState> states) {}

    /// An attempt, how it has ended, what its step is by that and for how long it stays so.
    record Ending(
            Step step, int number, Outcome outcome, StepState state, @Nullable Duration pause) {}

    /// With the first attempts of what begins by it. Each parameter has its type, even one that is
    /// null: one without makes the driver wait for the server once more.
    End end(Run run, Ending ending, String traceId, List<Opening> next) {
        var outcome = ending.outcome();
        return opening(handle.createQuery(END), run, false, traceId, next)
                .bind("position", ending.step().position())
                .bind("state", ending.state())
                .bind("problem", outcome.problem())
                .bind("reference", outcome.reference())
                .bindByType("delay", ending.pause(), Duration.class)
                .bind("final", !ending.state().goesOnAlone())
                .bind("number", ending.number())
                .bind("outcome", outcome.kind())
                .bind("status", outcome.status())
                .bind("detail", outcome.detail())
                .bind("digest", outcome.digest())
                .map((row, _) -> new End(Duration.ofMillis(row.getLong("age")), states(row)))
                .findOne()
                .orElseThrow(FencedException::new);
    }

    private static List<StepState> states(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("states").getArray())
                .map(StepState::valueOf)
                .toList();
    }

    boolean mayStand(Step step) {
        return handle.createQuery(
                        "SELECT %s FROM step s WHERE s.run_id = :run AND s.position = :position"
                                .formatted(MAY_STAND))
                .bind("run", step.runId())
                .bind("position", step.position())
                .mapTo(Boolean.class)
                .one();
    }

    /// Not now: the step stays as it is until then.
    void postpone(Step step, Duration pause) {
        handle.createUpdate(
                        """
                        UPDATE step SET next_attempt_at = clock_timestamp() + CAST(:pause AS interval)
                         WHERE run_id = :run AND position = :position
                        """)
                .bind("run", step.runId())
                .bind("position", step.position())
                .bind("pause", pause)
                .execute();
    }

    /// Due again now. What may have had an effect stays in doubt: only its own key can tell. It is
    /// tried without anybody's asking, as soon as a worker comes to it.
    boolean isDue(Step step) {
        return handle.createQuery(
                        """
                        SELECT next_attempt_at <= clock_timestamp() IS TRUE FROM step
                         WHERE run_id = :run AND position = :position
                        """)
                .bind("run", step.runId())
                .bind("position", step.position())
                .mapTo(Boolean.class)
                .one();
    }

    void makeDue(Step step) {
        handle.createUpdate(MAKE_DUE)
                .bind("run", step.runId())
                .bind("position", step.position())
                .execute();
    }

    void skip(Step step, String remark) {
        handle.createUpdate(
                        """
                        UPDATE step SET state = 'SKIPPED', remark = :remark, next_attempt_at = NULL,
                                        ended_at = clock_timestamp()
                         WHERE run_id = :run AND position = :position
                        """)
                .bind("run", step.runId())
                .bind("position", step.position())
                .bind("remark", remark)
                .execute();
    }
}
