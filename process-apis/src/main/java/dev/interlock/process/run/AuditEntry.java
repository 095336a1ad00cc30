package dev.interlock.process.run;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Who did what to a run, when and why. `about` names the step, the target, the check or the run.
public record AuditEntry(
        Instant at,
        String client,
        String actor,
        String correlationId,
        Action action,
        String about,
        @Nullable Long exceptionId,
        @Nullable String reason) {

    /// What a person can do to a run.
    @Schema(name = "Intervention")
    public enum Action {
        RETRY,
        SKIP,
        REJECT,
        RESUME,
        CANCEL,
        /// A finding was overridden when the run was asked for.
        OVERRIDE
    }
}
