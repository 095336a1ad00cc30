package dev.interlock.sandbox;

import dev.interlock.sandbox.api.ClientKey;
import dev.interlock.sandbox.layout.Part;
import dev.interlock.sandbox.layout.SandboxFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// `.interlock`: what survives a restart. One sandbox at a time holds it.
final class StateDirectory implements AutoCloseable {
    private final Path directory;
    private final FileChannel lock;

    private StateDirectory(Path directory, FileChannel lock) {
        this.directory = directory;
        this.lock = lock;
    }

    static StateDirectory hold(Path directory) {
        try {
            Files.createDirectories(directory.resolve("logs"));
            FileChannel lock =
                    FileChannel.open(
                            directory.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (lock.tryLock() == null) {
                throw alreadyHeld(directory, null);
            }
            return new StateDirectory(directory, lock);
        } catch (OverlappingFileLockException e) {
            throw alreadyHeld(directory, e);
        } catch (IOException e) {
            throw new SandboxFailure(
                    "%s cannot be used for the sandbox's state: check that you may write there."
                            .formatted(directory),
                    e);
        }
    }

    private static SandboxFailure alreadyHeld(Path directory, @Nullable Throwable cause) {
        return new SandboxFailure(
                "A sandbox already runs with the state in %s: see ./interlock status, end it with ./interlock down."
                        .formatted(directory),
                cause);
    }

    /// Empties it, apart from the unpacked binaries and what the command itself writes.
    void empty() {
        List.of(
                        postgres().resolve("data"),
                        plantMemory(),
                        realmFingerprint(),
                        ClientKey.file(directory))
                .forEach(StateDirectory::delete);
        for (Part part : Part.values()) {
            delete(log(part));
            delete(lastLog(part));
        }
    }

    /// Each start writes new logs; those of the last start are kept.
    void turnLogs() {
        for (Part part : Part.values()) {
            try {
                if (Files.exists(log(part))) {
                    Files.move(log(part), lastLog(part), StandardCopyOption.REPLACE_EXISTING);
                }
            } catch (IOException e) {
                throw new SandboxFailure(
                        "The logs in %s cannot be turned: check that you may write there."
                                .formatted(logs()),
                        e);
            }
        }
    }

    private static void delete(Path path) {
        if (Files.exists(path)) {
            try (Stream<Path> all = Files.walk(path)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            } catch (IOException e) {
                throw new SandboxFailure(
                        "%s cannot be emptied: check that you may write there.".formatted(path), e);
            }
        }
    }

    Path directory() {
        return directory;
    }

    Path postgres() {
        return directory.resolve("postgres");
    }

    Path plantMemory() {
        return directory.resolve("plant.json");
    }

    /// Says which realm Keycloak's database holds.
    Path realmFingerprint() {
        return directory.resolve("realm.sha256");
    }

    /// What the supplier's client without a secret signs with.
    ClientKey clientKey() {
        return ClientKey.standing(directory);
    }

    Path logs() {
        return directory.resolve("logs");
    }

    Path log(Part part) {
        return logs().resolve(part.id() + ".log");
    }

    private Path lastLog(Part part) {
        return logs().resolve(part.id() + ".log.1");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new SandboxFailure("%s cannot be released.".formatted(directory), e);
        }
    }
}
