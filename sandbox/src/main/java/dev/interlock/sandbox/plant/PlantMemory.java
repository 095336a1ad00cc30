package dev.interlock.sandbox.plant;

import dev.interlock.sandbox.tier.Tuning;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Supplier;

/// Keeps what the plant remembers in a file: soon after a change, and when it ends. A plant that is
/// killed loses the last second.
final class PlantMemory {
    private static final long SOON_MS = 500;
    private static final int PATIENCE_FACTOR = 20;

    private final Vertx vertx;
    private final Path file;
    private final Supplier<JsonObject> content;
    private boolean planned;
    private long pauseMs = SOON_MS;

    PlantMemory(Vertx vertx, Path file, Supplier<JsonObject> content) {
        this.vertx = vertx;
        this.file = file;
        this.content = content;
    }

    JsonObject read() {
        try {
            return Files.exists(file) ? new JsonObject(Files.readString(file)) : new JsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Something changed: it is written soon, and the more there is to write the more seldom.
    void changed() {
        if (!planned && !Tuning.AT_THE_END.equals(System.getProperty(Tuning.PLANT_MEMORY))) {
            planned = true;
            vertx.setTimer(
                    pauseMs,
                    _ -> {
                        planned = false;
                        long begin = System.nanoTime();
                        Buffer bytes = content.get().toBuffer();
                        pauseMs =
                                Math.max(
                                        SOON_MS,
                                        PATIENCE_FACTOR * (System.nanoTime() - begin) / 1_000_000);
                        vertx.executeBlocking(() -> {
                            write(bytes);
                            return bytes.length();
                        });
                    });
        }
    }

    void writeNow() {
        write(content.get().toBuffer());
    }

    private synchronized void write(Buffer bytes) {
        try {
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Files.write(next, bytes.getBytes());
            Files.move(
                    next,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
