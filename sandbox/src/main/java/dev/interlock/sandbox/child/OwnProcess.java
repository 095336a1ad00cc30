package dev.interlock.sandbox.child;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A process that the sandbox started, known by its id and the moment it began: an id alone may by
/// now be another program's.
public record OwnProcess(String name, long pid, Instant startedAt) {
    private static final Duration CLOCK_STEP = Duration.ofSeconds(2);

    static OwnProcess of(String name, ProcessHandle handle) {
        return new OwnProcess(
                name, handle.pid(), handle.info().startInstant().orElse(Instant.EPOCH));
    }

    static OwnProcess of(JsonObject json) {
        return new OwnProcess(
                json.getString("name"),
                json.getLong("pid"),
                Instant.parse(json.getString("startedAt")));
    }

    JsonObject toJson() {
        return JsonObject.of("name", name, "pid", pid, "startedAt", startedAt.toString());
    }

    /// The process, if it still runs and is still ours. One that ended and was not waited for yet
    /// has no command any more.
    public Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(handle -> handle.info().command().isPresent())
                .filter(handle ->
                        handle.info().startInstant().filter(this::isOurStart).isPresent());
    }

    private boolean isOurStart(Instant start) {
        return Duration.between(start, startedAt).abs().compareTo(CLOCK_STEP) < 0;
    }

    public boolean alive() {
        return handle().isPresent();
    }

    /// Asks it to end, and ends it when it has not within the given time.
    public void end(Duration patience) {
        handle().ifPresent(handle -> {
            handle.destroy();
            if (!ended(handle, patience)) {
                handle.destroyForcibly();
                ended(handle, patience);
            }
        });
    }

    private static boolean ended(ProcessHandle handle, Duration patience) {
        try {
            handle.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException _) {
            return false;
        }
    }
}
