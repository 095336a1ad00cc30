package dev.interlock.benchmark.start;

import dev.interlock.benchmark.stage.Arguments;
import dev.interlock.benchmark.stage.Bar;
import dev.interlock.benchmark.stage.Benchmark;
import dev.interlock.benchmark.stage.Measure;
import dev.interlock.benchmark.stage.Result;
import dev.interlock.benchmark.stage.Stage;
import dev.interlock.benchmark.stage.Times;
import dev.interlock.sandbox.Sandbox;
import dev.interlock.sandbox.layout.Part;
import dev.interlock.sandbox.layout.SandboxFailure;
import dev.interlock.sandbox.tier.Tuning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// `bench start`: each application is started again and again while the others stand by, first as
/// it was built, then with what the JVM has written down of its start.
public final class StartBenchmark implements Benchmark {
    private static final Set<Part> APPLICATIONS =
            EnumSet.of(Part.SYSTEM_APIS, Part.PROCESS_APIS, Part.PARTNER_APIS, Part.PORTAL);
    private static final double MILLIS = 1e3;
    private static final double KIB = 1024;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String line() {
        return "each application from its command to ready, without and with an AOT cache (--runs"
                + " N)";
    }

    @Override
    public Result run(Stage stage, Arguments arguments) {
        int runs = arguments.number("--runs", 7);
        arguments.end();
        if (runs == 0) {
            throw new SandboxFailure("A start needs a run.");
        }
        Set<Part> parts = EnumSet.of(Part.POSTGRES, Part.KEYCLOAK);
        parts.addAll(APPLICATIONS);
        try (Sandbox sandbox = stage.start(parts, Tuning.NONE)) {
            List<Measure> measures = new ArrayList<>();
            List<String> notes = new ArrayList<>();
            APPLICATIONS.forEach(part -> sandbox.startCache(part).forget());
            for (Part part : APPLICATIONS) {
                Starts plain = starts(sandbox, part, runs, stage.bar(part.id(), runs));
                sandbox.writeDownStart(part);
                Starts cached =
                        starts(sandbox, part, runs, stage.bar(part.id() + ", cached", runs));
                judge(part, plain, cached, measures);
                notes.add(
                        "%s: %.2f s as built, %.2f s with the cache (medians of %d), slowest %.2f s; %.0f MiB as built, %.0f MiB with it"
                                .formatted(
                                        part.subject(),
                                        plain.seconds(),
                                        cached.seconds(),
                                        runs,
                                        cached.times().percentile(100) / MILLIS,
                                        plain.mebibytes(),
                                        cached.mebibytes()));
            }
            return new Result(
                    name(), "Start of each application, the others standing by", measures, notes);
        }
    }

    private static void judge(Part part, Starts plain, Starts cached, List<Measure> measures) {
        measures.add(Measure.atMost(part.id() + ": seconds until ready", cached.seconds(), 1.5));
        measures.add(
                Measure.atMost(part.id() + ": MiB in memory when ready", cached.mebibytes(), 250));
        measures.add(
                Measure.shown(
                        part.id() + ": with the cache ÷ as built",
                        cached.seconds() / plain.seconds()));
    }

    private record Starts(Times times, double mebibytes) {
        double seconds() {
            return times.median() / MILLIS;
        }
    }

    private static Starts starts(Sandbox sandbox, Part part, int runs, Bar bar) {
        List<Double> times = new ArrayList<>();
        List<Double> memory = new ArrayList<>();
        for (int run = 1; run <= runs; run++) {
            sandbox.stop(part);
            long begin = System.nanoTime();
            sandbox.start(part);
            times.add((System.nanoTime() - begin) / 1e6);
            memory.add(mebibytes(sandbox.pid(part)));
            bar.show(run);
        }
        return new Starts(new Times(times), new Times(memory).median());
    }

    /// What the operating system keeps in memory of a process.
    private static double mebibytes(long pid) {
        Path status = Path.of("/proc", String.valueOf(pid), "status");
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / KIB)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new SandboxFailure(
                    "The memory of a process is read from /proc, which only Linux has.", e);
        }
    }
}
