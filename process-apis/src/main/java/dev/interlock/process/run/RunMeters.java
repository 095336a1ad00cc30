package dev.interlock.process.run;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.Arrays;

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
    private final Instance<RunProcess> processes;

    RunMeters(MeterRegistry registry, @Any Instance<RunProcess> processes) {
        this.registry = registry;
        this.processes = processes;
    }

    /// From nought: a series that begins with its first run has not increased by it.
    void start(@Observes StartupEvent started) {
        for (var process : processes) {
            Arrays.stream(RunState.values())
                    .filter(state -> !state.isOpen())
                    .forEach(outcome -> runs(process.name(), outcome));
        }
    }

    void ended(Run run, RunState outcome) {
        runs(run.process(), outcome).increment();
    }

    private Counter runs(String process, RunState outcome) {
        return registry.counter("interlock.runs", "process", process, "outcome", outcome.name());
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
