package dev.interlock.benchmark.release;

import dev.interlock.benchmark.stage.Books;
import dev.interlock.sandbox.layout.Part;
import dev.interlock.sandbox.layout.Ports;
import dev.interlock.sandbox.layout.SandboxFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What had been called and committed by a moment, as the tiers' own metrics and the database count
/// it.
record Costs(Map<String, Long> calls, Map<String, Double> database) {
    private static final Pattern SERVED =
            Pattern.compile("(?m)^http_server_requests_seconds_count\\{(.*)\\} ([0-9.E]+)$");
    private static final Pattern LABEL = Pattern.compile("(method|uri)=\"([^\"]*)\"");

    /// A backend tells its numbers once it has rested for a moment.
    private static final long SETTLED_MS = 1_500;

    private static final String COMMITS =
            "SELECT xact_commit FROM pg_stat_database WHERE datname = 'interlock'";
    private static final String WRITING =
            "SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint";
    private static final String SYNCS =
            """
            SELECT coalesce(sum(io.fsyncs), 0)::bigint
              FROM pg_stat_activity a, pg_stat_get_backend_io(a.pid) io
             WHERE a.usename = ? AND io.object = 'wal'
            """;

    static Costs now(Ports ports) {
        try (HttpClient http = HttpClient.newHttpClient();
                Books books = Books.open(ports.postgres())) {
            Thread.sleep(SETTLED_MS);
            Map<String, Double> database = new TreeMap<>();
            database.put("transactions", (double) books.number(COMMITS));
            database.put("transactions that write", (double) books.number(WRITING));
            for (String tier : new String[] {"process", "system"}) {
                database.put(
                        "waits for the disk, %s tier".formatted(tier),
                        (double) books.number(SYNCS, tier + "_apis"));
            }
            return new Costs(served(http, ports), database);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxFailure("The measurement was interrupted.", e);
        }
    }

    private static Map<String, Long> served(HttpClient http, Ports ports)
            throws InterruptedException {
        URI metrics =
                URI.create(
                        "http://127.0.0.1:%d/q/metrics"
                                .formatted(ports.managementOf(ports.of(Part.SYSTEM_APIS))));
        String text;
        try {
            text =
                    http.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
                            .body();
        } catch (IOException e) {
            throw new SandboxFailure("The metrics of the system APIs cannot be read.", e);
        }
        Map<String, Long> served = new TreeMap<>();
        Matcher line = SERVED.matcher(text);
        while (line.find()) {
            Map<String, String> labels = new TreeMap<>();
            Matcher label = LABEL.matcher(line.group(1));
            while (label.find()) {
                labels.put(label.group(1), label.group(2));
            }
            served.merge(
                    labels.get("method") + " " + labels.get("uri"),
                    Math.round(Double.parseDouble(line.group(2))),
                    Long::sum);
        }
        return served;
    }

    /// What came since, divided among so many.
    Costs since(Costs before, int among) {
        Map<String, Double> each = new TreeMap<>();
        database.forEach((name, value) ->
                each.put(name, (value - before.database.getOrDefault(name, 0.0)) / among));
        Map<String, Long> more = new TreeMap<>();
        calls.forEach((name, count) -> {
            long came = count - before.calls.getOrDefault(name, 0L);
            if (came > 0) {
                more.put(name, came);
            }
        });
        return new Costs(more, each);
    }
}
