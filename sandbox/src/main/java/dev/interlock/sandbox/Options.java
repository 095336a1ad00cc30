package dev.interlock.sandbox;

import dev.interlock.sandbox.layout.Part;
import dev.interlock.sandbox.layout.SandboxFailure;
import dev.interlock.sandbox.tier.Tuning;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/// How a sandbox is to be started; `repository` holds the built modules, `state` survives a
/// restart.
public record Options(
        Path repository,
        Path state,
        int portBase,
        boolean fresh,
        boolean sampleData,
        boolean restarts,
        Set<Part> parts,
        Tuning tuning) {
    public static final int PORT_BASE = 8000;

    public Options {
        repository = repository.toAbsolutePath().normalize();
        state = state.toAbsolutePath().normalize();
        parts = Set.copyOf(parts);
    }

    /// Everything, with sample data, on the usual ports, its state in the repository's
    /// `.interlock`.
    public static Options usual() {
        Path repository = findRepository();
        return new Options(
                repository,
                repository.resolve(".interlock"),
                PORT_BASE,
                false,
                true,
                false,
                Part.all(),
                Tuning.NONE);
    }

    public Options withPortBase(int base) {
        return new Options(repository, state, base, fresh, sampleData, restarts, parts, tuning);
    }

    public Options withState(Path directory) {
        return new Options(
                repository, directory, portBase, fresh, sampleData, restarts, parts, tuning);
    }

    /// Begins with empty databases and an empty plant.
    public Options withFresh(boolean empty) {
        return new Options(repository, state, portBase, empty, sampleData, restarts, parts, tuning);
    }

    public Options withSampleData(boolean load) {
        return new Options(repository, state, portBase, fresh, load, restarts, parts, tuning);
    }

    /// Starts a part again that ended by itself.
    public Options withRestarts(boolean again) {
        return new Options(repository, state, portBase, fresh, sampleData, again, parts, tuning);
    }

    public Options withParts(Set<Part> only) {
        return new Options(
                repository,
                state,
                portBase,
                fresh,
                sampleData,
                restarts,
                EnumSet.copyOf(only),
                tuning);
    }

    /// Runs the applications otherwise than on a small machine, or with other settings.
    public Options withTuning(Tuning other) {
        return new Options(repository, state, portBase, fresh, sampleData, restarts, parts, other);
    }

    /// Named by `interlock.home`, or the nearest directory above that holds the command
    /// `interlock`.
    private static Path findRepository() {
        String named = System.getProperty("interlock.home");
        if (named != null) {
            return Path.of(named);
        }
        Path directory = Path.of("").toAbsolutePath();
        while (directory != null && !Files.isRegularFile(directory.resolve("interlock"))) {
            directory = directory.getParent();
        }
        if (directory == null) {
            throw new SandboxFailure(
                    "The repository is not found: run this inside it, or say"
                            + " -Dinterlock.home=<directory>.");
        }
        return directory;
    }
}
