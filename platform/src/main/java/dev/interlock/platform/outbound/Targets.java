package dev.interlock.platform.outbound;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Every configured target, looked up by its name or by (system, plant).
@Startup
@ApplicationScoped
public class Targets {
    private final Map<String, Target> byName = new TreeMap<>();

    Targets(TargetConfig config, MeterRegistry registry, InstantSource clock) {
        config.all().forEach((name, one) -> byName.put(name, new Target(name, one, clock)));
        byName.values().forEach(target -> measure(target, registry));
    }

    private static void measure(Target target, MeterRegistry registry) {
        Gauge.builder("interlock.target.circuit", target, Target::circuitLevel)
                .description("0 closed, 1 open and untried for a minute, 2 open")
                .tag("system", target.system())
                .tag("plant", Optional.ofNullable(target.plant()).orElse("all"))
                .register(registry);
    }

    public Collection<Target> all() {
        return byName.values();
    }

    public Target named(String name) {
        var target = byName.get(name);
        if (target == null) {
            throw new IllegalStateException(
                    "No target is configured as interlock.targets."
                            + name
                            + ": give it a system and a url.");
        }
        return target;
    }

    /// The plant's own target of a system, else the one that serves every plant.
    public Optional<Target> find(String system, String plant) {
        return pick(system, Optional.of(plant)).or(() -> pick(system, Optional.empty()));
    }

    private Optional<Target> pick(String system, Optional<String> plant) {
        return byName.values().stream()
                .filter(t ->
                        t.system().equals(system) && Optional.ofNullable(t.plant()).equals(plant))
                .findFirst();
    }
}
