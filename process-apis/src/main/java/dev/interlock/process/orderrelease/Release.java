package dev.interlock.process.orderrelease;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.interlock.process.run.Run;
import dev.interlock.process.run.RunState;
import dev.interlock.process.run.RunView;
import dev.interlock.process.run.StepReport;
import java.time.Instant;
import java.util.List;
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
        return ReleaseRequest.of(run).exemptions().stream()
                .map(exemption ->
                        new Overridden(
                                exemption.check(),
                                exemption.reason(),
                                run.actor(),
                                run.createdAt()))
                .toList();
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
