package dev.interlock.benchmark;

import dev.interlock.benchmark.change.EcoBenchmark;
import dev.interlock.benchmark.crash.CrashBenchmark;
import dev.interlock.benchmark.flood.FloodBenchmark;
import dev.interlock.benchmark.ledger.BareBenchmark;
import dev.interlock.benchmark.ledger.RunsBenchmark;
import dev.interlock.benchmark.read.ReadBenchmark;
import dev.interlock.benchmark.release.ReleaseBenchmark;
import dev.interlock.benchmark.stage.Arguments;
import dev.interlock.benchmark.stage.Benchmark;
import dev.interlock.benchmark.stage.Report;
import dev.interlock.benchmark.stage.Result;
import dev.interlock.benchmark.stage.Stage;
import dev.interlock.benchmark.start.StartBenchmark;
import dev.interlock.benchmark.structure.ExplosionBenchmark;
import dev.interlock.sandbox.Options;
import dev.interlock.sandbox.layout.SandboxFailure;
import java.io.Console;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// What the command `interlock bench` calls. Exit code 0 says that everything promised was reached,
/// 2 that something was missed, 1 that it could not be measured.
public final class Main {
    private static final int PORT_BASE = 20000;
    private static final List<Benchmark> ALL =
            List.of(
                    new CrashBenchmark(),
                    new RunsBenchmark(),
                    new BareBenchmark(),
                    new EcoBenchmark(),
                    new ReleaseBenchmark(),
                    new FloodBenchmark(),
                    new ExplosionBenchmark(),
                    new ReadBenchmark(),
                    new StartBenchmark());

    private Main() {}

    static void main(String[] words) {
        System.exit(run(List.of(words)));
    }

    private static int run(List<String> words) {
        if (words.isEmpty()) {
            ALL.forEach(each -> System.out.printf("%-10s %s%n", each.name(), each.line()));
            return 0;
        }
        try {
            Benchmark chosen = named(words.getFirst());
            return measure(chosen, new Arguments(words.subList(1, words.size())));
        } catch (SandboxFailure e) {
            System.out.flush();
            System.err.println("interlock: " + e.sentence());
            return 1;
        }
    }

    private static int measure(Benchmark benchmark, Arguments arguments) {
        Path directory = Options.usual().repository().resolve(".interlock/bench");
        boolean terminal =
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        Stage stage =
                new Stage(
                        Path.of(arguments.text("--state", directory.resolve("state").toString())),
                        arguments.number("--port-base", PORT_BASE),
                        System.out,
                        terminal);
        Result result = benchmark.run(stage, arguments);
        Report report = new Report(directory.resolve("results"), InstantSource.system());
        report.print(result, System.out);
        System.out.println("Written to %s (and .svg)".formatted(report.write(result)));
        return result.reached() ? 0 : 2;
    }

    private static Benchmark named(String name) {
        return ALL.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new SandboxFailure(
                                "There is no measurement %s: ./interlock bench lists them."
                                        .formatted(name)));
    }
}
