package dev.interlock.partner.quality;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a supplier says to a notification.
public sealed interface NotificationRemark {
    @Schema(name = "NotificationStepBody")
    record Free(@Size(min = 1, max = 2000) @Nullable String remark) implements NotificationRemark {}

    /// Who declines says why.
    @Schema(name = "NotificationDecline")
    record Reason(@NotBlank @Size(max = 2000) String reason) implements NotificationRemark {}
}
