package dev.interlock.benchmark.change;

import dev.interlock.benchmark.piece.Workpiece;
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
import java.util.Set;
import java.util.function.ToDoubleFunction;

/// `bench eco`: one change after another, with targets that each take their time to answer.
public final class EcoBenchmark implements Benchmark {
    private static final Set<Part> PARTS =
            EnumSet.of(
                    Part.POSTGRES, Part.KEYCLOAK, Part.PLANT, Part.SYSTEM_APIS, Part.PROCESS_APIS);
    private static final int DELAY_MS = 50;
    private static final int CHANGES = 12;

    /// Changes without delays before, until what is measured is the gateway and not its compiler.
    private static final int WARM_UP = 600;

    @Override
    public String name() {
        return "eco";
    }

    @Override
    public String line() {
        return "a change through every target: wall time against the targets' own delays"
                + " (--runs N)";
    }

    @Override
    public Result run(Stage stage, Arguments arguments) {
        int runs = arguments.number("--runs", 60);
        arguments.end();
        try (Sandbox sandbox = stage.start(PARTS, Tuning.NONE.fast());
                Api api = new Api(sandbox.endpoints(), InstantSource.system())) {
            List<Workpiece> pieces = pieces("EC", api, runs);
            warm("WU", stage, api, WARM_UP - WARM_UP / 3);
            Books.settle(sandbox.ports().postgres());
            warm("WV", stage, api, WARM_UP / 3);
            for (String target : List.of("ERP", "MES", "QMS", "PLM")) {
                JsonObject slow = JsonObject.of("mode", "SLOW", "delayMs", DELAY_MS);
                api.plant("PUT", "/faults/" + target, slow);
            }
            List<Chain> chains = new ArrayList<>();
            Timeline timeline = new Timeline();
            Times times =
                    measure(
                            pieces,
                            runs,
                            stage.bar("eco", runs),
                            change -> {
                                Call.forget(api);
                                long asked = System.nanoTime();
                                double took = Workpiece.propagate(api, change);
                                List<Call> calls = Call.answered(api);
                                chains.add(Chain.of(calls));
                                timeline.add(asked, calls);
                                return took;
                            });
            return result(times, chains, timeline);
        }
    }

    private static void warm(String prefix, Stage stage, Api api, int runs) {
        measure(
                pieces(prefix, api, runs),
                runs,
                stage.bar("warming", runs),
                change -> Workpiece.propagate(api, change));
    }

    private static List<Workpiece> pieces(String prefix, Api api, int runs) {
        List<Workpiece> pieces = new ArrayList<>();
        for (int n = 0; n * CHANGES < runs; n++) {
            Workpiece piece =
                    new Workpiece("%s-%03d".formatted(prefix, n), List.of("1000", "2000"), true);
            piece.prepare(api, CHANGES);
            pieces.add(piece);
        }
        return pieces;
    }

    private static Times measure(
            List<Workpiece> pieces, int runs, Bar bar, ToDoubleFunction<String> propagate) {
        List<Double> times = new ArrayList<>();
        for (Workpiece piece : pieces) {
            for (int change = 1; change <= CHANGES && times.size() < runs; change++) {
                times.add(propagate.applyAsDouble(piece.changeNumber(change)));
                bar.show(times.size());
            }
        }
        return new Times(times);
    }

    private Result result(Times times, List<Chain> chains, Timeline timeline) {
        double effects = median(chains, Chain::effects);
        double questions = median(chains, Chain::questions);
        List<String> notes = new ArrayList<>();
        notes.add(
                "p50 %.0f ms of %d changes; %.0f effects and %.0f questions in turn"
                        .formatted(times.median(), times.count(), effects, questions));
        notes.add("as the plant saw it, in ms after it was asked for (medians):");
        notes.addAll(timeline.lines());
        return new Result(
                name(),
                "Propagation of a change to two plants, targets of %d ms".formatted(DELAY_MS),
                List.of(
                        Measure.atMost(
                                "wall time ÷ what the targets on the critical path took themselves",
                                times.median() / median(chains, Chain::millis),
                                1.15),
                        Measure.shown(
                                "wall time ÷ critical path, each call taken as %d ms"
                                        .formatted(DELAY_MS),
                                times.median() / ((effects + questions) * DELAY_MS)),
                        Measure.shown(
                                "the same of the effects alone",
                                times.median() / (effects * DELAY_MS)),
                        Measure.shown("p99 ÷ p50", times.percentile(99) / times.median())),
                notes);
    }

    private static double median(List<Chain> chains, ToDoubleFunction<Chain> of) {
        return new Times(chains.stream().map(of::applyAsDouble).toList()).median();
    }
}
