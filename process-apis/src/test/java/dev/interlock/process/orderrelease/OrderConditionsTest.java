package dev.interlock.process.orderrelease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.process.check.Result.Failed;
import org.junit.jupiter.api.Test;

class OrderConditionsTest {
    private final OnTheDesk desk = new OnTheDesk();

    @Test
    void aLockedOrderSaysWhatItWasLockedFor() {
        desk.flags.add("LOCKED");
        desk.lockReason = "ECO-1001";

        assertThat(failed().detail()).isEqualTo("The order is LOCKED: ECO-1001.");
        assertThat(failed().evidence()).containsEntry("lockReason", "ECO-1001");
    }

    @Test
    void aLockWithoutAReasonIsALockAllTheSame() {
        desk.flags.add("LOCKED");

        assertThat(failed().detail()).isEqualTo("The order is LOCKED.");
        assertThat(failed().evidence()).doesNotContainKey("lockReason");
    }

    private Failed failed() {
        var result = OrderConditions.orderStatus(desk.question());
        assertThat(result).isInstanceOf(Failed.class);
        return (Failed) result;
    }
}
