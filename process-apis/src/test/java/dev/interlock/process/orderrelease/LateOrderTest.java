package dev.interlock.process.orderrelease;

import static dev.interlock.process.orderrelease.OnTheDesk.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.process.check.Result;
import dev.interlock.process.check.Result.Failed;
import dev.interlock.process.check.Result.Passed;
import dev.interlock.process.policy.PolicyRow.InFlight;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/// The order on the desk was to start on Monday; a change of Wednesday has pulled it forward to B.
class LateOrderTest {
    private static final Instant BEGUN = Instant.parse("2026-02-20T08:00:00Z");

    private final OnTheDesk desk = new OnTheDesk();

    @Test
    void anOrderThatIsLateStartsAtTheRevisionThatItWasPulledForwardTo() {
        desk.revision("A", null, MONDAY.plusDays(1), null);
        desk.revision("B", MONDAY.plusDays(2), null, "E-2");
        desk.createdAt = BEGUN.minusSeconds(3600);

        desk.today = MONDAY.plusDays(1);
        assertThat(((Failed) current()).detail())
                .isEqualTo("Revision B begins on 2026-03-04, after the planned start 2026-03-02.");

        desk.today = MONDAY.plusDays(3);
        assertThat(((Passed) current()).detail())
                .isEqualTo("Revision B is effective on 2026-03-05.");
    }

    private Result current() {
        return new RevisionConditions(
                        new ReleasePolicies(Jdbi.create("jdbc:nobody-asks")),
                        _ -> InFlight.PULL_FORWARD,
                        _ -> Optional.of(BEGUN))
                .revisionCurrent(desk.question());
    }
}
