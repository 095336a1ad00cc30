package dev.interlock.benchmark.ledger;

import dev.interlock.benchmark.stage.Books;
import java.util.List;
import java.util.Map;

/// Years of business, written into the ledger at once. Each run is a copy of one that really ran.
final class Growth {
    private static final String RUNS =
            """
            INSERT INTO process.run (id, seq, process, subject, state, input, verdict, owner, fence, lease_until,
                    next_attempt_at, served_until, client, actor, correlation_id, created_at, updated_at, ended_at)
            SELECT ':name-' || n, nextval('process.run_order'), 'eco', ':name-' || n, :state, t.input, t.verdict, NULL, 1,
                   clock_timestamp() - interval '1 hour', :next, clock_timestamp(), 'plm', 'plm', ':name-' || n,
                   clock_timestamp() - interval '1 day', clock_timestamp() - interval '1 day', :ended
              FROM generate_series(:from, :to) n,
                   (SELECT input, verdict FROM process.run WHERE state = 'SUCCEEDED' AND process = 'eco' LIMIT 1) t
            """;

    private static final String KEYS =
            """
            INSERT INTO process.run_key (run_id, key, seq, open)
            SELECT id, 'item:' || id, seq, open FROM process.run WHERE id LIKE ':name-%'
            """;

    private static final String SEARCH =
            """
            INSERT INTO process.run_search (key, seq, run_id)
            SELECT 'change:' || id, seq, id FROM process.run WHERE id LIKE ':name-%'
            """;

    private static final String IDEMPOTENCY =
            """
            INSERT INTO process.idempotency (client, operation, key, fingerprint, run_id)
            SELECT 'plm', 'POST /process/v1/propagations', id, 'f', id FROM process.run WHERE id LIKE ':name-%'
            """;

    /// The last step of an open run is still to be done: here, so that draining asks nobody.
    private static final String STEPS =
            """
            INSERT INTO process.step (run_id, position, name, target, via, method, path, body, after, pivot, state, effect_key)
            SELECT r.id, p, 'step ' || p, 'SUPPLIER', 'local', '', '', '[]'::bytea, ARRAY[]::integer[], false,
                   CASE WHEN r.open AND p = 2 THEN :last ELSE 'SUCCEEDED' END, r.id || '.' || p
              FROM process.run r, generate_series(0, 2) p WHERE r.id LIKE ':name-%'
            """;

    private final Books books;

    Growth(Books books) {
        this.books = books;
    }

    void finished(int from, int to) {
        String name = "DONE%d".formatted(from);
        add(name, "SUCCEEDED", "NULL", "clock_timestamp()", "SUCCEEDED", from, to);
    }

    /// They wait for a person.
    void waiting(int runs) {
        add("WAIT", "WAITING", "NULL", "NULL", "PARKED", 1, runs);
    }

    /// They go on as soon as anybody looks.
    void due(int runs) {
        add("DUE", "RUNNING", "clock_timestamp()", "NULL", "PENDING", 1, runs);
    }

    private void add(
            String name, String state, String next, String ended, String last, int from, int to) {
        Map<String, String> values =
                Map.of(
                        ":state", "'%s'".formatted(state),
                        ":next", next,
                        ":ended", ended,
                        ":last", "'%s'".formatted(last),
                        ":from", String.valueOf(from),
                        ":to", String.valueOf(to),
                        ":name", name);
        books.execute("SET session_replication_role = replica");
        for (String statement : List.of(RUNS, KEYS, SEARCH, IDEMPOTENCY, STEPS)) {
            String filled = statement;
            for (Map.Entry<String, String> value : values.entrySet()) {
                filled = filled.replace(value.getKey(), value.getValue());
            }
            books.execute(filled);
        }
    }

    /// As a database that has had time since: what loading left to be done is done.
    void settle() {
        books.execute(
                "VACUUM ANALYZE process.run, process.run_key, process.run_search, process.step,"
                        + " process.idempotency");
        books.execute("CHECKPOINT");
    }
}
