package dev.interlock.benchmark.ledger;

import dev.interlock.benchmark.stage.Arguments;
import dev.interlock.benchmark.stage.Benchmark;
import dev.interlock.benchmark.stage.Books;
import dev.interlock.benchmark.stage.Measure;
import dev.interlock.benchmark.stage.Result;
import dev.interlock.benchmark.stage.Stage;
import dev.interlock.sandbox.Sandbox;
import dev.interlock.sandbox.api.Api;
import dev.interlock.sandbox.api.Exchange;
import dev.interlock.sandbox.layout.Part;
import dev.interlock.sandbox.layout.SandboxFailure;
import dev.interlock.sandbox.tier.Tuning;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// `bench bare`: runs of three steps that check nothing, which no process of the product does: the
/// ledger, both tiers and their databases alone.
public final class BareBenchmark implements Benchmark {
    private static final Set<Part> PARTS =
            EnumSet.of(
                    Part.POSTGRES, Part.KEYCLOAK, Part.PLANT, Part.SYSTEM_APIS, Part.PROCESS_APIS);

    @Override
    public String name() {
        return "bare";
    }

    @Override
    public String line() {
        return "runs of three steps without any check, with 8 clients (--runs N)";
    }

    @Override
    public Result run(Stage stage, Arguments arguments) {
        int runs = arguments.number("--runs", 4_000);
        arguments.end();
        Tuning tuning = Tuning.NONE.fast().as(Part.PROCESS_APIS, "bare-process");
        try (Sandbox sandbox = stage.start(PARTS, tuning);
                Api api = new Api(sandbox.endpoints(), InstantSource.system())) {
            api.plant("PUT", "/faults/WMS", JsonObject.of("mode", "SLOW", "delayMs", 1));
            load(api, "COLD", runs).run(stage.bar("warming", runs));
            Books.settle(sandbox.ports().postgres());
            load(api, "WARM", runs).run(stage.bar("warming", runs));
            return result(load(api, "BARE", runs).run(stage.bar("bare", runs)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxFailure("The measurement was interrupted.", e);
        }
    }

    private static Load<String> load(Api api, String prefix, int runs) {
        List<String> names =
                IntStream.range(0, runs).mapToObj(n -> "%s-%05d".formatted(prefix, n)).toList();
        return new Load<>(names, (name, took) -> took.accept(start(api, name)));
    }

    private static double start(Api api, String name) {
        Exchange answer =
                api.send(
                        "plm",
                        "POST",
                        "/process/v1/bare-runs",
                        JsonObject.of("name", name),
                        Map.of("Idempotency-Key", "bench-bare-" + name));
        if (answer.status() != 201) {
            throw new SandboxFailure(answer.problem());
        }
        return answer.took().toNanos() / 1e6;
    }

    private Result result(Load.Done done) {
        double median = done.times().median();
        return new Result(
                name(),
                "Runs of three steps without checks, %d clients, targets of 1 ms"
                        .formatted(Load.CLIENTS),
                List.of(
                        Measure.atLeast("runs per second", done.perSecond(), 150),
                        Measure.atMost("p99 ÷ p50", done.times().percentile(99) / median, 10)),
                List.of("p50 %.1f ms, p99 %.1f ms".formatted(median, done.times().percentile(99))));
    }
}
