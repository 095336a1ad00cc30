package dev.interlock.system.start;

import dev.interlock.platform.outbound.TargetConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Stops the start when a setting of ours is misspelt, or when the times do not nest, with a
/// sentence that says what to write.
@ApplicationScoped
class Settings {
    static final List<String> KNOWN =
            List.of(
                    "interlock.corrective-actions.",
                    "interlock.effects.",
                    "interlock.erp.",
                    "interlock.http.",
                    "interlock.orders.",
                    "interlock.revisions.",
                    "interlock.shipments.",
                    "interlock.targets.");

    private final Config config;
    private final TargetConfig targets;
    private final Duration lease;

    Settings(
            Config config,
            TargetConfig targets,
            @ConfigProperty(name = "interlock.effects.lease", defaultValue = "20S")
                    Duration lease) {
        this.config = config;
        this.targets = targets;
        this.lease = lease;
    }

    void check(@Observes @Priority(1) StartupEvent start) {
        var wrong = wrong();
        if (!wrong.isEmpty()) {
            throw new IllegalStateException(String.join(" ", wrong));
        }
    }

    List<String> wrong() {
        var wrong = new ArrayList<String>();
        StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> name.startsWith("interlock."))
                .filter(name -> KNOWN.stream().noneMatch(name::startsWith))
                .sorted()
                .forEach(name ->
                        wrong.add(
                                "The setting %s is not known: those of this tier start with %s."
                                        .formatted(name, String.join(", ", KNOWN))));
        targets.all()
                .forEach((name, target) -> {
                    if (target.timeout().compareTo(lease) >= 0) {
                        wrong.add(
                                "interlock.targets.%s.timeout is %s: write less than interlock.effects.lease, which is %s."
                                        .formatted(name, target.timeout(), lease));
                    }
                    if (target.quietTime().compareTo(target.timeout()) < 0) {
                        wrong.add(
                                "interlock.targets.%s.quiet-time is %s: write at least its timeout, which is %s."
                                        .formatted(name, target.quietTime(), target.timeout()));
                    }
                });
        return wrong;
    }
}
