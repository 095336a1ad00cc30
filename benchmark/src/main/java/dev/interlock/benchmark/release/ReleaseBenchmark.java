package dev.interlock.benchmark.release;

import dev.interlock.benchmark.plant.Call;
import dev.interlock.benchmark.plant.Chain;
import dev.interlock.benchmark.plant.Timeline;
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
import dev.interlock.sandbox.tier.Tuning;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// `bench release`: orders through all sixteen checks and five effects, first one after another
/// with slow systems, then by eight clients with quick ones.
public final class ReleaseBenchmark implements Benchmark {
    private static final Set<Part> PARTS =
            EnumSet.of(
                    Part.POSTGRES, Part.KEYCLOAK, Part.PLANT, Part.SYSTEM_APIS, Part.PROCESS_APIS);
    private static final List<String> TARGETS = List.of("ERP", "MES", "QMS", "PLM", "WMS");
    private static final int SLOW_MS = 20;
    private static final int QUICK_MS = 1;
    private static final int CLIENTS = 8;

    /// So many times as many before, until what is measured is the gateway and not its compilers.
    private static final int WARM_UP = 6;

    /// The order names everything else, which can be asked side by side.
    private static final int QUESTIONS = 2;

    @Override
    public String name() {
        return "release";
    }

    @Override
    public String line() {
        return "orders through sixteen checks and five effects: wall time against the systems' own"
                + " delays, releases per second, calls and commits (--single N, --runs N)";
    }

    @Override
    public Result run(Stage stage, Arguments arguments) {
        int single = arguments.number("--single", 60);
        int runs = arguments.number("--runs", 600);
        arguments.end();
        try (Sandbox sandbox = stage.start(PARTS, Tuning.NONE.fast());
                Api api = new Api(sandbox.endpoints(), InstantSource.system())) {
            Workshop workshop = new Workshop(api);
            workshop.open();
            delay(api, QUICK_MS);
            warm(workshop, api, stage, "RBV", (WARM_UP - 1) * runs);
            Books.settle(sandbox.ports().postgres());
            warm(workshop, api, stage, "RBW", runs);
            Slow slow = slow(sandbox, api, workshop.orders("RBS", single), stage);
            List<String> orders = workshop.orders("RBQ", runs);
            delay(api, QUICK_MS);
            Shift.Done quick =
                    new Shift(api).release(orders, CLIENTS, stage.bar("8 clients", runs));
            return result(slow, quick);
        }
    }

    private static void warm(Workshop workshop, Api api, Stage stage, String prefix, int count) {
        List<String> orders = workshop.orders(prefix, count);
        new Shift(api).release(orders, CLIENTS, stage.bar("warming", count));
    }

    private static void delay(Api api, int millis) {
        for (String target : TARGETS) {
            JsonObject slow = JsonObject.of("mode", "SLOW", "delayMs", millis);
            api.plant("PUT", "/faults/" + target, slow);
        }
    }

    /// Times, the chain that the plant saw of each release, its calls, and what all of them cost.
    private record Slow(Times times, List<Chain> chains, Timeline timeline, Costs costs) {}

    private static Slow slow(Sandbox sandbox, Api api, List<String> orders, Stage stage) {
        delay(api, SLOW_MS);
        Bar bar = stage.bar("one by one", orders.size());
        List<Double> times = new ArrayList<>();
        List<Chain> chains = new ArrayList<>();
        Timeline timeline = new Timeline();
        Shift shift = new Shift(api);
        Costs before = Costs.now(sandbox.ports());
        for (String order : orders) {
            Call.forget(api);
            long asked = System.nanoTime();
            times.add(shift.release(order));
            List<Call> calls = Call.answered(api);
            chains.add(Chain.of(calls));
            timeline.add(asked, calls);
            bar.show(times.size());
        }
        Costs costs = Costs.now(sandbox.ports()).since(before, orders.size());
        return new Slow(new Times(times), chains, timeline, costs);
    }

    private Result result(Slow slow, Shift.Done quick) {
        Times times = quick.times();
        List<Double> questions = slow.chains().stream().map(c -> (double) c.questions()).toList();
        List<Double> lengths = slow.chains().stream().map(c -> (double) c.length()).toList();
        List<Double> own = slow.chains().stream().map(Chain::millis).toList();
        int count = slow.times().count();
        long calls = slow.costs().calls().values().stream().mapToLong(Long::longValue).sum();
        List<Measure> measures = new ArrayList<>();
        measures.add(
                Measure.atMost(
                        "wall time ÷ what the systems in the slowest chain took themselves",
                        slow.times().median() / new Times(own).median(),
                        1.25));
        measures.add(
                Measure.shown(
                        "wall time ÷ slowest chain, each call taken as %d ms".formatted(SLOW_MS),
                        slow.times().median() / (new Times(lengths).median() * SLOW_MS)));
        measures.add(
                Measure.atMost(
                        "questions asked in turn", new Times(questions).median(), QUESTIONS));
        measures.add(
                Measure.atMost("p99 ÷ p50, 8 clients", times.percentile(99) / times.median(), 10));
        measures.add(Measure.shown("releases per second, 8 clients", quick.perSecond()));
        measures.add(Measure.shown("calls to the system tier a release", (double) calls / count));
        slow.costs()
                .database()
                .forEach((name, value) -> measures.add(Measure.shown(name + " a release", value)));
        return new Result(
                name(),
                "Release of orders with all sixteen checks, targets of %d ms, then of %d ms with %d clients"
                        .formatted(SLOW_MS, QUICK_MS, CLIENTS),
                measures,
                notes(slow, times));
    }

    private static List<String> notes(Slow slow, Times quick) {
        int count = slow.times().count();
        List<String> notes = new ArrayList<>();
        notes.add(
                String.format(
                        Locale.ROOT,
                        "one by one: p50 %.0f ms, p99 %.0f ms of %d releases; 8 clients: p50 %.1f"
                                + " ms, p99 %.1f ms of %d",
                        slow.times().median(),
                        slow.times().percentile(99),
                        count,
                        quick.median(),
                        quick.percentile(99),
                        quick.count()));
        notes.add("one by one, as the plant saw it, in ms after it was asked for (medians):");
        notes.addAll(slow.timeline().lines());
        notes.add("calls a release, as the system tier saw them:");
        slow.costs().calls().forEach((call, calls) -> notes.add(each(calls, count, call)));
        return notes;
    }

    private static String each(long calls, int among, String what) {
        return String.format(Locale.ROOT, "  %6.2f  %s", (double) calls / among, what);
    }
}
