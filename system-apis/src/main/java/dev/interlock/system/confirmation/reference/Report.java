package dev.interlock.system.confirmation.reference;

import dev.interlock.system.confirmation.Confirmation;
import dev.interlock.system.confirmation.ConfirmationDraft;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// What a MES has said, in the order's unit and as exact as the database keeps it: two that say the
/// same are equal.
record Report(
        int operation,
        BigDecimal yield,
        BigDecimal scrap,
        BigDecimal rework,
        @Nullable String reasonCode,
        boolean last,
        Instant startedAt,
        Instant endedAt,
        String externalId) {
    Report {
        startedAt = startedAt.truncatedTo(ChronoUnit.MICROS);
        endedAt = endedAt.truncatedTo(ChronoUnit.MICROS);
    }

    static Report of(
            ConfirmationDraft draft, BigDecimal yield, BigDecimal scrap, BigDecimal rework) {
        return new Report(
                draft.operation(),
                yield,
                scrap,
                rework,
                draft.reasonCode(),
                draft.ends(),
                draft.startedAt(),
                draft.endedAt(),
                draft.externalId());
    }

    static Report of(Confirmation standing) {
        return new Report(
                standing.operation(),
                standing.yield().value(),
                standing.scrap().value(),
                standing.rework().value(),
                standing.reasonCode(),
                standing.last(),
                standing.startedAt(),
                standing.endedAt(),
                standing.externalId());
    }

    /// Pieces that have used up components.
    BigDecimal pieces() {
        return yield.add(scrap);
    }
}
