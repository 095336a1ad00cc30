package dev.interlock.process.run;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/// What alerts can count: runs by how they ended, and how long a target waited for its news.
@ApplicationScoped
class RunMeters {
    private static final Duration[] LEVELS = {
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        Duration.ofMinutes(5),
        Duration.ofHours(1)
    };

    private final MeterRegistry registry;

    RunMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void ended(Run run, RunState outcome) {
        registry.counter("interlock.runs", "process", run.process(), "outcome", outcome.name())
                .increment();
    }

    void arrived(String target, Duration sinceRegistration) {
        Timer.builder("interlock.target.arrival")
                .description("From the registration of a run to the last success for a target")
                .tag("target", target)
                .serviceLevelObjectives(LEVELS)
                .register(registry)
                .record(sinceRegistration);
    }
}
