package dev.interlock.benchmark.stage;

import dev.interlock.sandbox.Options;
import dev.interlock.sandbox.Progress;
import dev.interlock.sandbox.Sandbox;
import dev.interlock.sandbox.layout.Part;
import dev.interlock.sandbox.tier.Tuning;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Set;

/// Where a measurement takes place: its own state, its own ports, and somebody who watches.
public record Stage(Path state, int portBase, PrintStream out, boolean terminal) {
    /// A fresh stack with the given parts and the sample data; closing it ends what it started.
    public Sandbox start(Set<Part> parts, Tuning tuning) {
        return Sandbox.start(
                Options.usual()
                        .withState(state)
                        .withFresh(true)
                        .withPortBase(portBase)
                        .withParts(parts)
                        .withTuning(tuning),
                new Progress(out));
    }

    public Bar bar(String name, int size) {
        return new Bar(out, terminal, name, size);
    }

    public void say(String sentence) {
        out.println(sentence);
        out.flush();
    }
}
