package dev.interlock.process.check;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one check says. `evidence` holds what a planner needs to act, `policy` the row that decided
/// what a failure means, `system` who was asked, `tookMs` how long the check took in milliseconds.
public record Finding(
        String check,
        Outcome outcome,
        String title,
        String detail,
        Map<String, Object> evidence,
        @Nullable String policy,
        String system,
        long tookMs) {
    public Finding {
        evidence = Map.copyOf(evidence);
    }

    public enum Outcome {
        PASS,
        WARN,
        BLOCK,
        /// A person may override it, by name and with a reason.
        ASK,
        /// The system that knows could not be asked.
        UNANSWERED,
        NOT_RUN
    }

    Finding by(String row, long millis) {
        return new Finding(check, outcome, title, detail, evidence, row, system, millis);
    }
}
