package dev.interlock.sandbox.child;

import dev.interlock.sandbox.layout.SandboxFailure;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `processes.json`: what the sandbox has running, written before anyone could need it, so that a
/// killed launcher leaves nothing unknown.
public final class ProcessRegistry {
    private static final String LAUNCHER = "launcher";
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Path file;
    private final Map<String, OwnProcess> processes = new LinkedHashMap<>();
    private JsonObject facts = new JsonObject();

    private ProcessRegistry(Path file) {
        this.file = file;
    }

    /// What the file says; empty when there is none.
    public static ProcessRegistry read(Path state) {
        ProcessRegistry registry = new ProcessRegistry(state.resolve("processes.json"));
        try {
            if (Files.exists(registry.file)) {
                JsonObject json = new JsonObject(Files.readString(registry.file));
                registry.facts = json.getJsonObject("facts", new JsonObject());
                for (Object process : json.getJsonArray("processes", new JsonArray())) {
                    OwnProcess known = OwnProcess.of((JsonObject) process);
                    registry.processes.put(known.name(), known);
                }
            }
        } catch (IOException | DecodeException e) {
            throw new SandboxFailure(
                    "%s cannot be read: remove it once nothing of the sandbox runs."
                            .formatted(registry.file),
                    e);
        }
        return registry;
    }

    /// This process becomes the launcher, with what others may want to know of it.
    public synchronized void claim(JsonObject newFacts) {
        facts = newFacts.copy();
        processes.put(LAUNCHER, OwnProcess.of(LAUNCHER, ProcessHandle.current()));
        write();
    }

    /// The launcher that runs now.
    public synchronized Optional<OwnProcess> launcher() {
        return Optional.ofNullable(processes.get(LAUNCHER)).filter(OwnProcess::alive);
    }

    public synchronized JsonObject facts() {
        return facts.copy();
    }

    public synchronized void fact(String name, Object value) {
        facts.put(name, value);
        write();
    }

    public synchronized void started(String name, ProcessHandle handle) {
        processes.put(name, OwnProcess.of(name, handle));
        write();
    }

    public synchronized void ended(String name) {
        processes.remove(name);
        write();
    }

    public synchronized Optional<OwnProcess> process(String name) {
        return Optional.ofNullable(processes.get(name)).filter(OwnProcess::alive);
    }

    /// Ends what a killed launcher left running, the youngest first; returns their names.
    public List<String> endLeftovers() {
        List<OwnProcess> left;
        synchronized (this) {
            left = new ArrayList<>(processes.values());
        }
        List<String> names = new ArrayList<>();
        for (OwnProcess process : left.reversed()) {
            if (!process.name().equals(LAUNCHER) && process.alive()) {
                process.end(PATIENCE);
                names.add(process.name());
            }
        }
        forget();
        return names;
    }

    /// Nothing runs any more.
    public synchronized void forget() {
        processes.clear();
        facts = new JsonObject();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new SandboxFailure(
                    "%s cannot be removed: check that you may write there.".formatted(file), e);
        }
    }

    private void write() {
        JsonArray list = new JsonArray();
        processes.values().forEach(process -> list.add(process.toJson()));
        Path next = file.resolveSibling("processes.json.next");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(
                    next, JsonObject.of("facts", facts, "processes", list).encodePrettily());
            Files.move(
                    next,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new SandboxFailure(
                    "%s cannot be written: check that you may write there and that space is left."
                            .formatted(file),
                    e);
        }
    }
}
