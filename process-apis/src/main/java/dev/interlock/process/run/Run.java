package dev.interlock.process.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One business transaction as the ledger holds it. `input` and `verdict` are the process's own
/// JSON; `told` is the rest that its process was told of last.
public record Run(
        String id,
        long seq,
        String process,
        String subject,
        RunState state,
        String input,
        @Nullable String verdict,
        @Nullable UndoCause undoCause,
        @Nullable Instant giveUpAt,
        long fence,
        @Nullable Instant nextAttemptAt,
        Instant servedUntil,
        String client,
        String actor,
        String correlationId,
        @Nullable Integer answerStatus,
        byte @Nullable [] answerBody,
        @Nullable String told,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant endedAt) {

    /// Why a run takes back what it did.
    public enum UndoCause {
        /// A target or check refused: the refusal is the answer.
        REFUSED,
        /// A target could not be reached for too long: the caller may try again with the same key.
        TECHNICAL,
        /// A person rejected the run before its pivot.
        REJECTED
    }

    public boolean isAnswered() {
        return answerStatus != null;
    }
}
