package dev.interlock.benchmark.stage;

/// One measurement, by the name one asks for it.
public interface Benchmark {
    String name();

    /// What it measures, in one line.
    String line();

    Result run(Stage stage, Arguments arguments);
}
