package dev.interlock.process.run;

import dev.interlock.process.run.StepTable.Opening;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What a run is going to do, as it comes into the ledger: all of it in one statement.
class PlanTable {
    /// The steps are told as rows of their table.
    private static final String PLANNED =
            """
            INSERT INTO step (run_id, position, name, target, via, method, path, body, if_match, after, pivot, undo_path,
                              effect_key, draft, prelude, state, attempts, sent_if_match, started_at)
            SELECT s.run_id, s.position, s.name, s.target, s.via, s.method, s.path, s.body, s.if_match, s.after, s.pivot, s.undo_path,
                   s.effect_key, s.draft, s.prelude, s.state, s.attempts, s.sent_if_match,
                   CASE WHEN s.attempts > 0 THEN clock_timestamp() END
              FROM %s json_populate_recordset(NULL::step, CAST(:steps AS json)) s
            """;

    private static final String INSERT = PLANNED.formatted("");

    private static final String START =
            """
            WITH decided AS (
                UPDATE run SET verdict = :verdict::jsonb, state = 'RUNNING',
                               give_up_at = clock_timestamp() + CAST(:giveUpAfter AS interval),
                               updated_at = clock_timestamp(), changed_xid = pg_current_xact_id()
                 WHERE id = :id AND fence = :fence
                RETURNING *),
            planned AS (%s RETURNING position, attempts),
            opened AS (
                INSERT INTO attempt (run_id, position, number, undo, fence, trace_id)
                SELECT :id, position, attempts, false, :fence, :trace FROM planned WHERE attempts > 0),
            found_by AS (
                INSERT INTO run_search (run_id, key, seq) SELECT id, unnest(:searchKeys), seq FROM decided
                ON CONFLICT DO NOTHING)
            SELECT %s FROM decided
            """
                    .formatted(PLANNED.formatted("decided,"), RunTable.COLUMNS);

    private final Handle handle;

    PlanTable(Handle handle) {
        this.handle = handle;
    }

    void insert(List<Step> steps) {
        if (!steps.isEmpty()) {
            handle.createUpdate(INSERT).bind("steps", rows(steps, List.of())).execute();
        }
    }

    /// What the checks came to, the steps that it leads to, and the first attempts of those that
    /// begin at once.
    Run start(
            Run run,
            Verdict.Go go,
            @Nullable Duration giveUpAfter,
            List<Step> steps,
            List<Opening> begun,
            String traceId) {
        return handle.createQuery(START)
                .bind("id", run.id())
                .bind("fence", run.fence())
                .bind("verdict", Ledger.json(go.findings()))
                .bindByType("giveUpAfter", giveUpAfter, Duration.class)
                .bind("steps", rows(steps, begun))
                .bind("trace", traceId)
                .bind("searchKeys", go.searchKeys().toArray(String[]::new))
                .mapTo(Run.class)
                .findOne()
                .orElseThrow(FencedException::new);
    }

    private static String rows(List<Step> steps, List<Opening> begun) {
        return Ledger.json(steps.stream().map(step -> row(step, begun)).toList());
    }

    private static Map<String, @Nullable Object> row(Step step, List<Opening> begun) {
        var opening =
                begun.stream()
                        .filter(first -> first.step().position() == step.position())
                        .findFirst();
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("run_id", step.runId());
        row.put("position", step.position());
        row.put("name", step.name());
        row.put("target", step.target());
        row.put("via", step.via());
        row.put("method", step.method());
        row.put("path", step.path());
        row.put("body", "\\x" + HexFormat.of().formatHex(step.body()));
        row.put("if_match", step.ifMatch());
        row.put("after", step.after());
        row.put("pivot", step.pivot());
        row.put("undo_path", step.undoPath());
        row.put("effect_key", step.effectKey());
        row.put("draft", step.draft());
        row.put("prelude", step.prelude());
        row.put("state", opening.isPresent() ? StepState.RUNNING : step.state());
        row.put("attempts", opening.isPresent() ? 1 : 0);
        row.put("sent_if_match", opening.map(first -> first.demand().ifMatch()).orElse(null));
        return row;
    }
}
