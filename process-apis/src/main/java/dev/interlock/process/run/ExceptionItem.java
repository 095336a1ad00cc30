package dev.interlock.process.run;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A step that waits for a person, or `run`, the run itself: where, why, since when, and what
/// became of it.
public record ExceptionItem(
        long exceptionId,
        String runId,
        String process,
        String subject,
        String step,
        String target,
        Cause cause,
        String detail,
        Status status,
        Instant openedAt,
        long ageSeconds,
        @Nullable Instant closedAt,
        @Nullable String resolvedBy,
        @Nullable String reason) {

    /// Why nobody but a person can go on.
    @Schema(name = "ExceptionCause")
    public enum Cause {
        /// The target understood and refused.
        FUNCTIONAL,
        /// Nobody can say whether the target acted.
        OUTCOME_UNKNOWN,
        /// The request of the gateway was wrong.
        DEFECT,
        /// What was done cannot be taken back.
        UNDO_REFUSED,
        /// It is tried again by itself, and has been for longer than the run was to take.
        OVERDUE
    }

    /// What became of it.
    @Schema(name = "ExceptionStatus")
    public enum Status {
        OPEN,
        RETRIED,
        SKIPPED,
        REJECTED,
        CANCELLED,
        /// The run came to its end without a decision of a person.
        SETTLED
    }
}
