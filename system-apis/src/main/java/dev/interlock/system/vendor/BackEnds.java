package dev.interlock.system.vendor;

import dev.interlock.platform.outbound.Target;
import dev.interlock.platform.outbound.Targets;
import dev.interlock.platform.problem.GatewayException.Refused;
import dev.interlock.platform.problem.ProblemType;
import dev.interlock.platform.problem.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// Finds the back end that answers for a system in a plant, as `interlock.targets` declares them.
@ApplicationScoped
public class BackEnds {
    private final Targets targets;

    BackEnds(Targets targets) {
        this.targets = targets;
    }

    public Optional<BackEnd> find(String system, String plant) {
        return targets.find(system, plant).map(BackEnd::new);
    }

    /// For a plant that a body names.
    public BackEnd of(String system, String plant) {
        return find(system, plant).orElseThrow(() -> unknownPlant(system, plant));
    }

    /// For a system that serves every plant.
    public BackEnd of(String system) {
        return targets.all().stream()
                .filter(target -> target.system().equals(system) && target.plant() == null)
                .findFirst()
                .map(BackEnd::new)
                .orElseThrow(() ->
                        new IllegalStateException(
                                "No target with system %s and without a plant is configured under interlock.targets."
                                        .formatted(system)));
    }

    /// The names of all systems that serve a plant.
    public List<String> serving(String plant) {
        return targets.all().stream()
                .map(Target::system)
                .distinct()
                .filter(system -> targets.find(system, plant).isPresent())
                .sorted()
                .toList();
    }

    /// The longest that a call to any back end of the system may still be under way unanswered.
    public Duration quietTime(String system) {
        return targets.all().stream()
                .filter(target -> target.system().equals(system))
                .map(Target::quietTime)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private Refused unknownPlant(String system, String plant) {
        var known =
                targets.all().stream()
                        .filter(target -> target.system().equals(system))
                        .map(Target::plant)
                        .filter(Objects::nonNull)
                        .sorted()
                        .collect(Collectors.joining(", "));
        var detail =
                "No %s is known for plant %s; there is one for: %s."
                        .formatted(system, plant, known);
        return new Refused(
                ProblemType.UNPROCESSABLE,
                detail,
                List.of(new Violation("/plant", "unknown-plant", detail)));
    }
}
