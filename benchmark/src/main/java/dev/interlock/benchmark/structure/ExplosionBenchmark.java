package dev.interlock.benchmark.structure;

import dev.interlock.benchmark.stage.Arguments;
import dev.interlock.benchmark.stage.Bar;
import dev.interlock.benchmark.stage.Benchmark;
import dev.interlock.benchmark.stage.Books;
import dev.interlock.benchmark.stage.Measure;
import dev.interlock.benchmark.stage.Result;
import dev.interlock.benchmark.stage.Stage;
import dev.interlock.benchmark.stage.Times;
import dev.interlock.benchmark.structure.StatementLog.Statement;
import dev.interlock.sandbox.Sandbox;
import dev.interlock.sandbox.api.Api;
import dev.interlock.sandbox.api.Exchange;
import dev.interlock.sandbox.layout.Part;
import dev.interlock.sandbox.layout.SandboxFailure;
import dev.interlock.sandbox.tier.Tuning;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// `bench explosion`: a structure of ten levels and ten thousand lines, exploded one time after
/// another.
public final class ExplosionBenchmark implements Benchmark {
    private static final Set<Part> PARTS =
            EnumSet.of(Part.POSTGRES, Part.KEYCLOAK, Part.SYSTEM_APIS);
    private static final int LEVELS = 10;
    private static final int WARMING = 20;
    private static final String WALK = "WITH RECURSIVE walk";

    @Override
    public String name() {
        return "explosion";
    }

    @Override
    public String line() {
        return "a structure of ten levels and ten thousand lines, in the database and over HTTP"
                + " (--runs N, --lines N)";
    }

    @Override
    public Result run(Stage stage, Arguments arguments) {
        int runs = arguments.number("--runs", 40);
        int lines = arguments.number("--lines", 10_000);
        arguments.end();
        if (runs == 0 || lines < LEVELS) {
            throw new SandboxFailure(
                    "An explosion needs a run and %d lines, one a level.".formatted(LEVELS));
        }
        try (Sandbox sandbox = stage.start(PARTS, Tuning.NONE.fast());
                Api api = new Api(sandbox.endpoints(), InstantSource.system());
                Books books = Books.open(sandbox.ports().postgres())) {
            DeepStructure structure = new DeepStructure(LEVELS, lines);
            structure.build(api, books);
            explode(api, structure, WARMING, stage.bar("warming", WARMING));
            Times alone = explode(api, structure, runs, stage.bar("explosion", runs));
            StatementLog log = new StatementLog(books, sandbox.log(Part.POSTGRES));
            log.begin();
            explode(api, structure, runs, stage.bar("logged", runs));
            return result(structure, runs, alone, log.end());
        }
    }

    private static Times explode(Api api, DeepStructure structure, int runs, Bar bar) {
        List<Double> times = new ArrayList<>();
        for (int run = 1; run <= runs; run++) {
            Exchange answer =
                    api.get(
                            "erp",
                            "/system/v1/items/%s/bom-explosion?plant=%s&quantity=12"
                                    .formatted(DeepStructure.TOP, DeepStructure.PLANT));
            if (!answer.succeeded()) {
                throw new SandboxFailure(answer.problem());
            }
            int found = answer.body().getJsonArray("lines").size();
            if (found != structure.lines()) {
                throw new SandboxFailure(
                        "%d lines instead of %d.".formatted(found, structure.lines()));
            }
            times.add(answer.took().toNanos() / 1e6);
            bar.show(run);
        }
        return new Times(times);
    }

    private Result result(
            DeepStructure structure, int runs, Times http, List<Statement> statements) {
        List<Double> walks =
                statements.stream()
                        .filter(statement -> statement.text().startsWith(WALK))
                        .map(Statement::milliseconds)
                        .toList();
        if (walks.isEmpty()) {
            throw new SandboxFailure("The database wrote down no explosion.");
        }
        Times inDatabase = new Times(walks);
        return new Result(
                name(),
                "Explosion of %d levels and %,d lines".formatted(LEVELS, structure.lines()),
                List.of(
                        Measure.atMost(
                                "milliseconds in the database, p50", inDatabase.median(), 150),
                        Measure.atMost(
                                "statements that walk the structure, per explosion",
                                (double) walks.size() / runs,
                                1),
                        Measure.shown("milliseconds over HTTP, p50", http.median()),
                        Measure.shown("milliseconds over HTTP, p99", http.percentile(99)),
                        Measure.shown(
                                "over HTTP ÷ in the database",
                                http.median() / inDatabase.median())),
                List.of(
                        "%d explosions; p99 %.0f ms in the database; %.1f statements each in all, which also find the item, its revision and the day"
                                .formatted(
                                        runs,
                                        inDatabase.percentile(99),
                                        (double) statements.size() / runs)));
    }
}
