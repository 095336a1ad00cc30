package dev.interlock.benchmark.ledger;

import dev.interlock.benchmark.piece.Workpiece;
import dev.interlock.benchmark.stage.Arguments;
import dev.interlock.benchmark.stage.Bar;
import dev.interlock.benchmark.stage.Benchmark;
import dev.interlock.benchmark.stage.Books;
import dev.interlock.benchmark.stage.Measure;
import dev.interlock.benchmark.stage.Result;
import dev.interlock.benchmark.stage.Stage;
import dev.interlock.benchmark.stage.Times;
import dev.interlock.sandbox.Sandbox;
import dev.interlock.sandbox.api.Api;
import dev.interlock.sandbox.layout.Part;
import dev.interlock.sandbox.layout.SandboxFailure;
import dev.interlock.sandbox.tier.Tuning;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// `bench runs`: runs of three steps, first in an empty ledger, then in one that has grown.
public final class RunsBenchmark implements Benchmark {
    private static final Set<Part> PARTS =
            EnumSet.of(
                    Part.POSTGRES, Part.KEYCLOAK, Part.PLANT, Part.SYSTEM_APIS, Part.PROCESS_APIS);
    private static final int CHUNK = 100_000;
    private static final int CHANGES = 10;

    @Override
    public String name() {
        return "runs";
    }

    @Override
    public String line() {
        return "runs of three steps with 8 clients, in an empty ledger and in one that has grown"
                + " (--runs N, --finished N, --open N, --due N)";
    }

    @Override
    public Result run(Stage stage, Arguments arguments) {
        int runs = arguments.number("--runs", 480);
        int finished = arguments.number("--finished", 1_000_000);
        int open = arguments.number("--open", 50_000);
        int due = arguments.number("--due", 1_000);
        arguments.end();
        try (Sandbox sandbox = stage.start(PARTS, Tuning.NONE.fast());
                Api api = new Api(sandbox.endpoints(), InstantSource.system())) {
            for (String target : List.of("ERP", "PLM")) {
                JsonObject quick = JsonObject.of("mode", "SLOW", "delayMs", 1);
                api.plant("PUT", "/faults/" + target, quick);
            }
            load(api, pieces("WARM", api, runs / 3, stage)).run(stage.bar("warming", runs / 3));
            Load.Done empty =
                    load(api, pieces("EMPTY", api, runs, stage)).run(stage.bar("empty", runs));
            List<Workpiece> later = pieces("GROWN", api, runs, stage);
            grow(sandbox, finished, open, stage.bar("growing", finished + open));
            Load.Done grown = load(api, later).run(stage.bar("grown", runs));
            return result(empty, grown, restart(sandbox, due, stage));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxFailure("The measurement was interrupted.", e);
        }
    }

    /// A client propagates the changes of one item, one after another, and then takes the next.
    private static Load<Workpiece> load(Api api, List<Workpiece> pieces) {
        return new Load<>(
                pieces,
                (piece, took) -> {
                    for (int change = 1; change <= CHANGES; change++) {
                        took.accept(Workpiece.propagate(api, piece.changeNumber(change)));
                    }
                });
    }

    private static List<Workpiece> pieces(String prefix, Api api, int runs, Stage stage) {
        List<Workpiece> pieces = new ArrayList<>();
        int items = Math.ceilDiv(runs, CHANGES);
        Bar bar = stage.bar("preparing", items);
        for (int n = 0; n < items; n++) {
            Workpiece piece = Workpiece.bare(prefix, n);
            piece.prepare(api, CHANGES);
            pieces.add(piece);
            bar.show(n + 1);
        }
        return pieces;
    }

    private static void grow(Sandbox sandbox, int finished, int open, Bar bar) {
        try (Books books = Books.open(sandbox.ports().postgres())) {
            Growth growth = new Growth(books);
            for (int from = 1; from <= finished; from += CHUNK) {
                growth.finished(from, Math.min(from + CHUNK - 1, finished));
                bar.show(Math.min(from + CHUNK - 1, finished));
            }
            growth.waiting(open);
            growth.settle();
            bar.show(finished + open);
        }
    }

    private record Restart(double readySeconds, double drainedSeconds, int due) {}

    private static Restart restart(Sandbox sandbox, int due, Stage stage)
            throws InterruptedException {
        sandbox.kill(Part.PROCESS_APIS);
        try (Books books = Books.open(sandbox.ports().postgres())) {
            new Growth(books).due(due);
            long begin = System.nanoTime();
            sandbox.start(Part.PROCESS_APIS);
            double ready = (System.nanoTime() - begin) / 1e9;
            Bar bar = stage.bar("draining", due);
            long left = due;
            while (left > 0 && System.nanoTime() - begin < 300_000_000_000L) {
                Thread.sleep(200);
                left =
                        books.number(
                                "SELECT count(*) FROM process.run WHERE open AND id LIKE 'DUE-%'");
                bar.show(due - (int) left);
            }
            double drained = left > 0 ? Double.NaN : (System.nanoTime() - begin) / 1e9;
            return new Restart(ready, drained, due);
        }
    }

    private Result result(Load.Done empty, Load.Done grown, Restart restart) {
        Times before = empty.times();
        Times after = grown.times();
        return new Result(
                name(),
                "Runs of three steps, %d clients, targets of 1 ms".formatted(Load.CLIENTS),
                List.of(
                        Measure.atMost(
                                "growth: p50 grown ÷ p50 empty",
                                after.median() / before.median(),
                                1.2),
                        Measure.shown("p99 ÷ p50, empty", before.percentile(99) / before.median()),
                        Measure.shown("p99 ÷ p50, grown", after.percentile(99) / after.median()),
                        Measure.shown("runs per second, empty", empty.perSecond()),
                        Measure.shown("runs per second, grown", grown.perSecond()),
                        Measure.atMost(
                                "restart in the grown ledger: seconds to ready",
                                restart.readySeconds(),
                                30),
                        Measure.shown("seconds to drain what was due", restart.drainedSeconds())),
                List.of(
                        "p50 %.1f ms empty, %.1f ms grown; with all eleven checks of a change through the whole gateway"
                                .formatted(before.median(), after.median()),
                        "%d runs were due at the restart".formatted(restart.due())));
    }
}
