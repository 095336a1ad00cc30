package dev.interlock.system.correctiveaction;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What is asked for with a corrective action.
public sealed interface CorrectiveActionCommand {
    default @Nullable String reason() {
        return null;
    }

    @Schema(name = "CorrectiveActionAcknowledgement")
    record Acknowledgement() implements CorrectiveActionCommand {}

    @Schema(name = "CorrectiveActionDecline")
    record Decline(@NotBlank @Size(max = 2000) String reason) implements CorrectiveActionCommand {}

    /// Hands a stage in. CLOSURE is not handed in: the buyer closes once D8 is there.
    @Schema(name = "CorrectiveActionSubmission")
    record Submission(@NotNull Stage stage) implements CorrectiveActionCommand {}

    @Schema(name = "CorrectiveActionVerdict")
    enum Verdict {
        ACCEPT,
        RETURN
    }

    /// A plan is accepted or returned; what came before it can be returned only.
    @Schema(name = "CorrectiveActionDecision")
    record Decision(@NotNull Verdict decision, @Size(min = 1, max = 2000) @Nullable String reason)
            implements CorrectiveActionCommand {}

    @Schema(name = "Effectiveness")
    enum Effectiveness {
        EFFECTIVE,
        NOT_EFFECTIVE
    }

    /// What was not effective has to be implemented again.
    @Schema(name = "CorrectiveActionVerification")
    record Verification(
            @NotNull Effectiveness result, @Size(min = 1, max = 2000) @Nullable String reason)
            implements CorrectiveActionCommand {}

    @Schema(name = "CorrectiveActionClosure")
    record Closure(@Size(min = 1, max = 2000) @Nullable String reason)
            implements CorrectiveActionCommand {}

    @Schema(name = "CorrectiveActionCancellation")
    record Cancellation(@NotBlank @Size(max = 2000) String reason)
            implements CorrectiveActionCommand {}
}
