package dev.interlock.system.notification;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What is said with a step.
public sealed interface NotificationRemark {
    @Nullable String text();

    @Schema(name = "NotificationStepBody")
    record Free(@Size(min = 1, max = 2000) @Nullable String remark) implements NotificationRemark {
        @Override
        public @Nullable String text() {
            return remark;
        }
    }

    /// Who declines says why.
    @Schema(name = "NotificationDecline")
    record Reason(@NotBlank @Size(max = 2000) String reason) implements NotificationRemark {
        @Override
        public String text() {
            return reason;
        }
    }
}
