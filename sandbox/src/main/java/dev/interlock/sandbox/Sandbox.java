package dev.interlock.sandbox;

import dev.interlock.sandbox.api.Endpoints;
import dev.interlock.sandbox.child.ChildProcess;
import dev.interlock.sandbox.child.Launch;
import dev.interlock.sandbox.child.ProcessRegistry;
import dev.interlock.sandbox.keycloak.KeycloakHome;
import dev.interlock.sandbox.keycloak.KeycloakLaunch;
import dev.interlock.sandbox.layout.Part;
import dev.interlock.sandbox.layout.Ports;
import dev.interlock.sandbox.layout.SandboxFailure;
import dev.interlock.sandbox.plant.PlantLaunch;
import dev.interlock.sandbox.tier.StartCache;
import dev.interlock.sandbox.tier.TierLaunch;
import dev.interlock.sandbox.tier.Tuning;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The whole gateway, running on this machine: every part can be killed and started again, and
/// closing it leaves no process behind.
public final class Sandbox implements AutoCloseable {
    private static final Duration WRITTEN_WITHIN = Duration.ofMinutes(2);

    private final Options options;
    private final Ports ports;
    private final StateDirectory state;
    private final ProcessRegistry registry;
    private final Map<Part, ChildProcess> children = new EnumMap<>(Part.class);
    private final List<Replica> replicas = new ArrayList<>();
    private Tuning tuning;
    private @Nullable SandboxDatabase database;
    private boolean closed;

    Sandbox(Options options, StateDirectory state, ProcessRegistry registry) {
        this.options = options;
        this.ports = new Ports(options.portBase());
        this.state = state;
        this.registry = registry;
        this.tuning = options.tuning();
    }

    /// Starts everything the options name and waits until it is ready.
    public static Sandbox start(Options options) {
        return start(options, new Progress(System.out));
    }

    public static Sandbox start(Options options, Progress progress) {
        return new Startup(options, progress).run();
    }

    public URI portal() {
        return at(ports.portal());
    }

    public URI systemApis() {
        return at(ports.systemApis());
    }

    public URI processApis() {
        return at(ports.processApis());
    }

    public URI partnerApis() {
        return at(ports.partnerApis());
    }

    /// The plant's control port.
    public URI plant() {
        return at(ports.plantControl());
    }

    public URI keycloak() {
        return at(ports.keycloak());
    }

    public Endpoints endpoints() {
        return Endpoints.of(ports);
    }

    public Ports ports() {
        return ports;
    }

    /// What the part says while it runs.
    public Path log(Part part) {
        return state.log(part);
    }

    public Options options() {
        return options;
    }

    /// How parts are started from now on.
    public synchronized void tune(Tuning other) {
        tuning = other;
    }

    /// Starts one part and returns once it is ready.
    public void start(Part part) {
        begin(part);
        awaitReady(part);
    }

    /// Starts one part without waiting for it.
    synchronized void begin(Part part) {
        if (closed) {
            throw new SandboxFailure(
                    "The sandbox is ending: %s is not started any more.".formatted(part.title()));
        }
        if (part == Part.POSTGRES) {
            SandboxDatabase started =
                    SandboxDatabase.persistent(state.postgres(), ports.postgres(), state.log(part));
            database = started;
            registry.started(part.id(), started.process());
        } else {
            children.put(part, ChildProcess.start(launch(part), registry));
        }
    }

    void awaitReady(Part part) {
        ChildProcess child = child(part);
        if (child != null) {
            child.awaitReady();
        }
    }

    private synchronized @Nullable ChildProcess child(Part part) {
        return children.get(part);
    }

    private Launch launch(Part part) {
        Path log = state.log(part);
        return switch (part) {
            case KEYCLOAK ->
                    KeycloakLaunch.of(
                            KeycloakHome.find(options.repository()),
                            "jdbc:postgresql://127.0.0.1:%d/keycloak".formatted(ports.postgres()),
                            ports.keycloak(),
                            ports.managementOf(ports.keycloak()),
                            ports.portal(),
                            state.clientKey(),
                            log);
            case PLANT ->
                    PlantLaunch.of(ports, options.repository(), state.plantMemory(), log, tuning);
            case SYSTEM_APIS, PROCESS_APIS, PARTNER_APIS, PORTAL -> tiers().of(part);
            case POSTGRES -> throw new IllegalArgumentException("PostgreSQL starts itself");
        };
    }

    private synchronized TierLaunch tiers() {
        return new TierLaunch(options.repository(), ports, state.logs(), tuning);
    }

    /// Starts one of our applications anew, so that it starts faster from then on, until it is
    /// built anew: the JVM writes down what it loads until it is ready (some 20 s).
    public void writeDownStart(Part part) {
        stop(part);
        ChildProcess once = ChildProcess.start(tiers().writingDown(part), registry);
        try {
            once.awaitReady();
        } finally {
            once.stop(WRITTEN_WITHIN);
        }
        startCache(part).keep();
        start(part);
    }

    /// What is written down of its start.
    public StartCache startCache(Part part) {
        return tiers().cache(part);
    }

    /// By which the operating system knows a part that runs.
    public long pid(Part part) {
        ChildProcess child = child(part);
        if (child == null) {
            throw new SandboxFailure("%s not running.".formatted(part.subject()));
        }
        return child.pid();
    }

    /// A second replica of the process APIs, beside the first, not started yet.
    public synchronized Replica secondProcessApis() {
        Replica made =
                new Replica(
                        tiers().replica(Part.PROCESS_APIS, ports.secondProcessApis()),
                        at(ports.secondProcessApis()),
                        registry);
        replicas.add(made);
        return made;
    }

    /// Ends one part the polite way.
    public synchronized void stop(Part part) {
        ChildProcess child = children.remove(part);
        if (child != null) {
            child.stop();
        }
        if (part == Part.POSTGRES && database != null) {
            database.close();
            database = null;
            registry.ended(part.id());
        }
    }

    /// Ends one part as a power failure would: SIGKILL, nothing finished, nothing said.
    public synchronized void kill(Part part) {
        ChildProcess child = children.remove(part);
        if (child != null) {
            child.kill();
        }
        if (part == Part.POSTGRES && database != null) {
            database.kill();
            database = null;
            registry.ended(part.id());
        }
    }

    public synchronized boolean runs(Part part) {
        ChildProcess child = children.get(part);
        return part == Part.POSTGRES ? database != null : child != null && child.alive();
    }

    /// A part that ended although nobody asked it to; it is forgotten by this.
    synchronized @Nullable Part takeEnded() {
        if (closed) {
            return null;
        }
        if (database != null && !database.alive()) {
            kill(Part.POSTGRES);
            return Part.POSTGRES;
        }
        for (Map.Entry<Part, ChildProcess> child : children.entrySet()) {
            if (!child.getValue().alive()) {
                Part part = child.getKey();
                children.remove(part);
                registry.ended(part.id());
                return part;
            }
        }
        return null;
    }

    synchronized SandboxDatabase database() {
        if (database == null) {
            throw new SandboxFailure("PostgreSQL is not running.");
        }
        return database;
    }

    synchronized boolean closed() {
        return closed;
    }

    /// Stops everything, the callers before the called.
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        replicas.forEach(Replica::kill);
        Part[] order = Part.values();
        for (int i = order.length - 1; i >= 0; i--) {
            stop(order[i]);
        }
        registry.forget();
        state.close();
    }

    private static URI at(int port) {
        return URI.create("http://localhost:" + port);
    }
}
