package dev.interlock.process.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One try of one step. Without an end its worker died in it. `digest` is the SHA-256 of what the
/// target answered.
public record Attempt(
        int position,
        int number,
        boolean undo,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String outcome,
        @Nullable Integer status,
        @Nullable String detail,
        String traceId,
        @Nullable String digest) {
    /// What was asked was wrong, or not ours to ask.
    public boolean wasAskedWrongly() {
        return Outcome.Kind.DEFECT.name().equals(outcome);
    }

    /// Nobody knows of an effect, and nobody knows that there was none.
    public boolean mayHaveActed() {
        return !undo
                && (outcome == null
                        || outcome.equals(Outcome.Kind.IN_DOUBT.name())
                        || outcome.equals(Outcome.Kind.OUTCOME_UNKNOWN.name()));
    }
}
