package dev.interlock.process.orderrelease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.process.check.Result.Barred;
import org.junit.jupiter.api.Test;

class OrderConditionsTest {
    private final OnTheDesk desk = new OnTheDesk();

    @Test
    void aLockedOrderSaysWhatItWasLockedFor() {
        desk.flags.add("LOCKED");
        desk.lockReason = "ECO-1001";

        assertThat(barred().detail()).isEqualTo("The order is LOCKED: ECO-1001.");
        assertThat(barred().evidence()).containsEntry("lockReason", "ECO-1001");
    }

    @Test
    void aLockWithoutAReasonIsALockAllTheSame() {
        desk.flags.add("LOCKED");

        assertThat(barred().detail()).isEqualTo("The order is LOCKED.");
        assertThat(barred().evidence()).doesNotContainKey("lockReason");
    }

    private Barred barred() {
        var result = OrderConditions.orderStatus(desk.question());
        assertThat(result).isInstanceOf(Barred.class);
        return (Barred) result;
    }
}
