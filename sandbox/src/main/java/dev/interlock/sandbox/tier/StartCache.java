package dev.interlock.sandbox.tier;

import dev.interlock.sandbox.layout.SandboxFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// What the JVM has written down of an application: the classes that it loads until it is ready,
/// loaded and linked. It stands beside the jar until that is built anew.
public record StartCache(Path jar) {
    /// What the JVM is told to start with it, where it stands.
    List<String> use() {
        return stands() ? List.of("-XX:AOTCache=" + file()) : List.of();
    }

    public boolean stands() {
        try {
            return Files.exists(file())
                    && Files.getLastModifiedTime(file()).compareTo(Files.getLastModifiedTime(jar))
                            >= 0;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /// What the JVM is told to write it down when it ends.
    List<String> write() {
        return List.of("-XX:AOTCacheOutput=" + draft());
    }

    /// From here on it stands; nobody starts with one that is half written.
    public void keep() {
        try {
            Files.move(
                    draft(),
                    file(),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new SandboxFailure(
                    "The JVM wrote nothing down for a faster start of %s.".formatted(jar), e);
        }
    }

    public void forget() {
        try {
            Files.deleteIfExists(file());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private SandboxFailure unreadable(IOException e) {
        return new SandboxFailure(
                "%s cannot be read or written: %s".formatted(file(), e.getMessage()), e);
    }

    private Path file() {
        return jar.resolveSibling("start.aot");
    }

    private Path draft() {
        return jar.resolveSibling("start.aot.draft");
    }
}
