package dev.interlock.sandbox;

import dev.interlock.sandbox.api.Endpoints;
import dev.interlock.sandbox.child.OwnProcess;
import dev.interlock.sandbox.child.ProcessRegistry;
import dev.interlock.sandbox.layout.Part;
import dev.interlock.sandbox.layout.Ports;
import dev.interlock.sandbox.layout.SandboxFailure;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// What of a sandbox runs, seen from another process, and how to end it from there.
final class Status {
    private static final Duration END_WITHIN = Duration.ofSeconds(90);

    private final Options options;
    private final ProcessRegistry registry;

    private Status(Options options, ProcessRegistry registry) {
        this.options = options;
        this.registry = registry;
    }

    static Status of(Options options) {
        return new Status(options, ProcessRegistry.read(options.state()));
    }

    /// Where the running sandbox answers.
    Endpoints endpoints() {
        if (registry.launcher().isEmpty()) {
            throw new SandboxFailure("No sandbox is running: start it with ./interlock up.");
        }
        return Endpoints.of(ports());
    }

    private Ports ports() {
        return new Ports(registry.facts().getInteger("portBase", options.portBase()));
    }

    /// Exit code 0 when it is up, 1 when it is not.
    int print(boolean json) {
        JsonObject status = toJson();
        System.out.println(json ? status.encodePrettily() : table(status));
        return status.getString("status").equals("UP") ? 0 : 1;
    }

    JsonObject toJson() {
        Ports ports = ports();
        JsonArray parts = new JsonArray();
        boolean launcher = registry.launcher().isPresent();
        for (Part part : Part.values()) {
            Optional<OwnProcess> process = registry.process(part.id());
            JsonObject line =
                    JsonObject.of("part", part.id(), "status", process.isPresent() ? "UP" : "DOWN");
            process.ifPresent(running ->
                    line.put("pid", running.pid())
                            .put("startedAt", running.startedAt().toString()));
            parts.add(
                    line.put(
                            "url",
                            (part == Part.POSTGRES ? "postgresql" : "http")
                                    + "://localhost:"
                                    + ports.of(part)));
        }
        boolean ready = registry.facts().getBoolean("ready", false);
        String status = launcher ? (ready ? "UP" : "STARTING") : "DOWN";
        return JsonObject.of(
                "status",
                status,
                "state",
                options.state().toString(),
                "portBase",
                ports.base(),
                "parts",
                parts);
    }

    private static String table(JsonObject status) {
        StringBuilder text =
                new StringBuilder("The sandbox is ")
                        .append(status.getString("status").toLowerCase(Locale.ROOT))
                        .append('.');
        for (Object each : status.getJsonArray("parts")) {
            JsonObject part = (JsonObject) each;
            text.append(
                    "%n  %-13s %-5s %-28s %s"
                            .formatted(
                                    part.getString("part"),
                                    part.getString("status").toLowerCase(Locale.ROOT),
                                    part.getString("url"),
                                    part.containsKey("pid") ? "pid " + part.getLong("pid") : ""));
        }
        return text.toString();
    }

    /// Ends the launcher, which ends its parts; what a killed launcher left is ended here.
    int down() {
        Optional<OwnProcess> launcher = registry.launcher();
        launcher.ifPresent(running -> running.end(END_WITHIN));
        ProcessRegistry after = ProcessRegistry.read(options.state());
        boolean left = !after.endLeftovers().isEmpty();
        System.out.println(
                launcher.isPresent() || left ? "The sandbox is down." : "No sandbox was running.");
        return 0;
    }
}
