package dev.interlock.benchmark.stage;

import dev.interlock.sandbox.layout.SandboxFailure;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/// A result as text for the reader, as JSON for programs, and as a picture.
public final class Report {
    private final Path directory;
    private final InstantSource clock;

    public Report(Path directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
    }

    public void print(Result result, PrintStream out) {
        out.println();
        out.println(result.title());
        result.measures().forEach(measure -> out.println("  " + measure.text()));
        result.notes().forEach(note -> out.println("  " + note));
        out.flush();
    }

    /// Returns where it stands.
    public Path write(Result result) {
        JsonArray measures = new JsonArray();
        result.measures().forEach(measure -> measures.add(measure.toJson()));
        JsonArray notes = new JsonArray();
        result.notes().forEach(notes::add);
        JsonObject json =
                JsonObject.of("name", result.name(), "title", result.title())
                        .put("at", clock.instant().toString())
                        .put("processors", Runtime.getRuntime().availableProcessors())
                        .put("reached", result.reached())
                        .put("measures", measures)
                        .put("notes", notes);
        try {
            Files.createDirectories(directory);
            Path file = directory.resolve(result.name() + ".json");
            Files.writeString(file, json.encodePrettily() + "\n");
            Files.writeString(directory.resolve(result.name() + ".svg"), Picture.of(result));
            return file;
        } catch (IOException e) {
            throw new SandboxFailure(
                    "%s cannot be written: check that you may write there.".formatted(directory),
                    e);
        }
    }
}
