package dev.interlock.sandbox;

import dev.interlock.sandbox.child.ChildProcess;
import dev.interlock.sandbox.child.Launch;
import dev.interlock.sandbox.child.ProcessRegistry;
import dev.interlock.sandbox.layout.SandboxFailure;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// One more of a part that scales: it can be killed, started again, frozen and woken.
public final class Replica {
    private final Launch launch;
    private final URI uri;
    private final ProcessRegistry registry;
    private @Nullable ChildProcess process;

    Replica(Launch launch, URI uri, ProcessRegistry registry) {
        this.launch = launch;
        this.uri = uri;
        this.registry = registry;
    }

    public URI uri() {
        return uri;
    }

    /// Returns once it is ready.
    public synchronized void start() {
        ChildProcess started = ChildProcess.start(launch, registry);
        process = started;
        started.awaitReady();
    }

    public synchronized void kill() {
        if (process != null) {
            process.kill();
            process = null;
        }
    }

    public synchronized void freeze() {
        running().freeze();
    }

    public synchronized void wake() {
        running().wake();
    }

    private ChildProcess running() {
        if (process == null) {
            throw new SandboxFailure("%s is not running.".formatted(launch.name()));
        }
        return process;
    }
}
