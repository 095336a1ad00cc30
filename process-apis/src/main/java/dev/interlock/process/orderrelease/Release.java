package dev.interlock.process.orderrelease;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.interlock.platform.json.TolerantJson;
import dev.interlock.process.check.Finding;
import dev.interlock.process.check.Finding.Outcome;
import dev.interlock.process.run.Run;
import dev.interlock.process.run.RunState;
import dev.interlock.process.run.RunView;
import dev.interlock.process.run.StepReport;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A release: what the checks found, and how far each system has got.
public record Release(
        String releaseId,
        String orderNumber,
        Status status,
        @Nullable @JsonRawValue @Schema(implementation = Object[].class) String findings,
        List<Overridden> overrides,
        List<StepReport> steps,
        List<String> waitingFor,
        Instant startedAt,
        @Nullable Instant endedAt,
        String correlationId) {

    /// A finding that a person has overridden: who, when and why.
    @Schema(name = "ReleaseOverride")
    public record Overridden(String check, String reason, String by, Instant at) {}

    /// How a release stands. Past the ERP release nothing is undone, only completed.
    @Schema(name = "ReleaseStatus")
    public enum Status {
        QUEUED,
        CHECKING,
        RELEASING,
        RELEASED,
        REFUSED,
        UNANSWERED,
        COMPENSATING,
        ROLLED_BACK,
        RELEASED_WITH_EXCEPTION,
        REJECTED
    }

    static Release of(RunView view) {
        return new Release(
                view.run().id(),
                view.run().subject(),
                status(view.run().state()),
                view.run().verdict(),
                overrides(view.run()),
                StepReport.of(view),
                view.waitingFor(),
                view.run().createdAt(),
                view.run().endedAt(),
                view.run().correlationId());
    }

    private static List<Overridden> overrides(Run run) {
        var exemptions = ReleaseRequest.of(run).exemptions();
        if (exemptions.isEmpty()) {
            return List.of();
        }
        var left = leftToAPerson(run);
        return exemptions.stream()
                .filter(exemption -> left.contains(exemption.check()))
                .map(exemption ->
                        new Overridden(
                                exemption.check(),
                                exemption.reason(),
                                run.actor(),
                                run.createdAt()))
                .toList();
    }

    /// The checks whose findings could be overridden: none before they have answered.
    private static Set<String> leftToAPerson(Run run) {
        if (run.verdict() == null) {
            return Set.of();
        }
        try {
            return Arrays.stream(TolerantJson.mapper().readValue(run.verdict(), Finding[].class))
                    .filter(finding -> finding.outcome() == Outcome.ASK)
                    .map(Finding::check)
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new IllegalStateException(
                    "run " + run.id() + " holds findings that cannot be read", e);
        }
    }

    static Status status(RunState state) {
        return switch (state) {
            case QUEUED -> Status.QUEUED;
            case CHECKING -> Status.CHECKING;
            case RUNNING -> Status.RELEASING;
            case WAITING -> Status.RELEASED_WITH_EXCEPTION;
            case UNDOING -> Status.COMPENSATING;
            case SUCCEEDED -> Status.RELEASED;
            case REFUSED -> Status.REFUSED;
            case UNANSWERED -> Status.UNANSWERED;
            case UNDONE -> Status.ROLLED_BACK;
            case CANCELLED, REJECTED -> Status.REJECTED;
        };
    }
}
