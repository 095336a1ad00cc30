package dev.interlock.benchmark.flood;

import dev.interlock.benchmark.stage.Arguments;
import dev.interlock.benchmark.stage.Bar;
import dev.interlock.benchmark.stage.Benchmark;
import dev.interlock.benchmark.stage.Measure;
import dev.interlock.benchmark.stage.Result;
import dev.interlock.benchmark.stage.Stage;
import dev.interlock.benchmark.stage.Times;
import dev.interlock.sandbox.Sandbox;
import dev.interlock.sandbox.api.Api;
import dev.interlock.sandbox.layout.Part;
import dev.interlock.sandbox.layout.SandboxFailure;
import dev.interlock.sandbox.tier.Tuning;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// `bench flood`: how long one supplier waits for its answers while another asks without end.
public final class FloodBenchmark implements Benchmark {
    private static final Set<Part> PARTS =
            EnumSet.of(
                    Part.POSTGRES,
                    Part.KEYCLOAK,
                    Part.PLANT,
                    Part.SYSTEM_APIS,
                    Part.PROCESS_APIS,
                    Part.PARTNER_APIS);
    private static final List<String> READS =
            List.of(
                    "/partner/v1/purchase-orders?limit=20",
                    "/partner/v1/shipments?limit=20",
                    "/partner/v1/quality-statuses?limit=20");
    private static final int WARM_SECONDS = 15;

    @Override
    public String name() {
        return "flood";
    }

    @Override
    public String line() {
        return "p99 of a supplier that asks now and then, without and with another's flood"
                + " (--seconds N, --rounds N, --connections N)";
    }

    @Override
    public Result run(Stage stage, Arguments arguments) {
        int seconds = arguments.number("--seconds", 20);
        int rounds = arguments.number("--rounds", 3);
        int connections = arguments.number("--connections", 32);
        arguments.end();
        try (Sandbox sandbox = stage.start(PARTS, Tuning.NONE.fast());
                Api api = new Api(sandbox.endpoints(), InstantSource.system());
                Api other = new Api(sandbox.endpoints(), InstantSource.system())) {
            Quiet quiet = new Quiet(api, "supplier-borealis", READS);
            warm(quiet, other, connections, stage.bar("warming", 2 * WARM_SECONDS));
            List<Double> calm = new ArrayList<>();
            List<Double> flooded = new ArrayList<>();
            int served = 0;
            int refused = 0;
            Bar bar = stage.bar("flood", 2 * rounds * seconds);
            for (int round = 0; round < rounds; round++) {
                quiet.ask(seconds, calm, bar, 2 * round * seconds);
                try (Flood flood = new Flood(other, "supplier-acme", READS, connections)) {
                    quiet.ask(seconds, flooded, bar, (2 * round + 1) * seconds);
                    served += flood.served();
                    refused += flood.refused();
                }
            }
            int flooding = rounds * seconds;
            return result(
                    new Times(calm),
                    new Times(flooded),
                    quiet.failed(),
                    List.of(
                            "%d requests each way; the flood came from %d connections"
                                    .formatted(calm.size(), connections),
                            "of the flood, %d requests a second were served and %d refused"
                                    .formatted(served / flooding, refused / flooding)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxFailure("The measurement was interrupted.", e);
        }
    }

    /// Without the flood and with it, which also fetches its token.
    private static void warm(Quiet quiet, Api other, int connections, Bar bar)
            throws InterruptedException {
        quiet.ask(WARM_SECONDS, new ArrayList<>(), bar, 0);
        try (Flood _ = new Flood(other, "supplier-acme", READS, connections)) {
            quiet.ask(WARM_SECONDS, new ArrayList<>(), bar, WARM_SECONDS);
        }
        quiet.forgive();
    }

    private Result result(Times calm, Times flooded, int failed, List<String> notes) {
        List<String> all = new ArrayList<>(notes);
        all.add(
                "p50 %.1f ms and p99 %.1f ms without, %.1f ms and %.1f ms with the flood"
                        .formatted(
                                calm.median(),
                                calm.percentile(99),
                                flooded.median(),
                                flooded.percentile(99)));
        return new Result(
                name(),
                "One supplier while another floods the partner tier",
                List.of(
                        Measure.atMost(
                                "p99 with ÷ p99 without the flood",
                                flooded.percentile(99) / calm.percentile(99),
                                2),
                        Measure.shown(
                                "p50 with ÷ p50 without the flood",
                                flooded.median() / calm.median()),
                        Measure.atMost("requests of the quiet one that failed", failed, 0)),
                all);
    }
}
