package dev.interlock.process.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// When steps are due, by the database's clock, on which every lease and pause is written.
@ApplicationScoped
class Timetable {
    private final Ledger ledger;

    Timetable(Ledger ledger) {
        this.ledger = ledger;
    }

    Instant now() {
        return ledger.read(handle -> new RunTable(handle).now());
    }

    boolean isOver(@Nullable Instant deadline) {
        return deadline != null && !now().isBefore(deadline);
    }

    boolean isDue(Step step) {
        return step.nextAttemptAt() == null
                ? step.state() != StepState.COMPENSATING && !step.isLeftToAPerson()
                : !step.nextAttemptAt().isAfter(now());
    }

    /// When the first of them is due again.
    static @Nullable Instant next(List<Step> steps) {
        return steps.stream()
                .map(Step::nextAttemptAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /// False when it is too long until then to wait for it here.
    boolean pause(Stay stay, @Nullable Instant next, @Nullable Instant giveUpAt)
            throws InterruptedException {
        return next != null && !isOver(giveUpAt) && stay.pause(Duration.between(now(), next));
    }
}
