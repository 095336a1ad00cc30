package dev.interlock.partner.quality;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a supplier does with a corrective action.
public sealed interface CorrectiveActionStep {
    @Schema(name = "CorrectiveActionAcknowledgement")
    record Acknowledgement() implements CorrectiveActionStep {}

    @Schema(name = "CorrectiveActionDecline")
    record Decline(@NotBlank @Size(max = 2000) String reason) implements CorrectiveActionStep {}

    /// CLOSURE is not handed in: the buyer closes once D8 is there.
    @Schema(name = "CorrectiveActionStage")
    enum Stage {
        CONTAINMENT,
        ROOT_CAUSE,
        PLAN,
        IMPLEMENTATION,
        CLOSURE
    }

    @Schema(name = "CorrectiveActionSubmission")
    record Submission(@NotNull Stage stage) implements CorrectiveActionStep {}
}
