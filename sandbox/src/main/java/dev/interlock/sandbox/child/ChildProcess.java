package dev.interlock.sandbox.child;

import dev.interlock.sandbox.layout.SandboxFailure;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// One part of the sandbox that runs as a process of its own.
public final class ChildProcess {
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration READY_WITHIN = Duration.ofMinutes(3);
    private static final Duration END_WITHIN = Duration.ofSeconds(15);

    private final Launch launch;
    private final Process process;
    private final ProcessRegistry registry;

    private ChildProcess(Launch launch, Process process, ProcessRegistry registry) {
        this.launch = launch;
        this.process = process;
        this.registry = registry;
    }

    public static ChildProcess start(Launch launch, ProcessRegistry registry) {
        try {
            Files.createDirectories(launch.log().getParent());
            ProcessBuilder builder =
                    new ProcessBuilder(launch.command())
                            .redirectErrorStream(true)
                            .redirectInput(Redirect.from(new File("/dev/null")))
                            .redirectOutput(Redirect.appendTo(launch.log().toFile()));
            builder.environment().putAll(launch.environment());
            Process process = builder.start();
            registry.started(launch.name(), process.toHandle());
            return new ChildProcess(launch, process, registry);
        } catch (IOException e) {
            throw new SandboxFailure(
                    "%s cannot be started: %s".formatted(launch.name(), e.getMessage()), e);
        }
    }

    /// Returns once it answers; fails as soon as it has ended instead.
    public void awaitReady() {
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            while (!isReady(client)) {
                if (!process.isAlive()) {
                    throw new SandboxFailure(
                            "%s ended while it started (exit code %d): %s See %s."
                                    .formatted(
                                            launch.name(),
                                            process.exitValue(),
                                            LastWords.of(launch.log()),
                                            launch.log()));
                }
                if (System.nanoTime() > deadline) {
                    throw new SandboxFailure(
                            "%s is not ready after %d s: see %s."
                                    .formatted(
                                            launch.name(), READY_WITHIN.toSeconds(), launch.log()));
                }
                Thread.sleep(POLL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxFailure("Interrupted while %s started.".formatted(launch.name()), e);
        }
    }

    private boolean isReady(HttpClient client) throws InterruptedException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(launch.ready()).timeout(Duration.ofSeconds(5)).build();
            return process.isAlive()
                    && client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    public boolean alive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    public int exitCode() {
        return process.exitValue();
    }

    /// Ends it the polite way: it finishes what it serves.
    public void stop() {
        stop(END_WITHIN);
    }

    /// The same for one that has more to do at its end.
    public void stop(Duration within) {
        process.destroy();
        if (!ended(within)) {
            process.destroyForcibly();
            ended(END_WITHIN);
        }
        registry.ended(launch.name());
    }

    /// Ends it as a power failure would.
    public void kill() {
        process.destroyForcibly();
        ended(END_WITHIN);
        registry.ended(launch.name());
    }

    /// Stops its clock in the middle of whatever it does, as a paused virtual machine does.
    public void freeze() {
        signal("STOP");
    }

    /// Lets it go on as if nothing had happened.
    public void wake() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            int code =
                    new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                            .inheritIO()
                            .start()
                            .waitFor();
            if (code != 0) {
                throw new SandboxFailure("%s takes no SIG%s.".formatted(launch.name(), name));
            }
        } catch (IOException e) {
            throw new SandboxFailure("The command kill is missing.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxFailure("Interrupted during SIG" + name, e);
        }
    }

    private boolean ended(Duration within) {
        try {
            return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
