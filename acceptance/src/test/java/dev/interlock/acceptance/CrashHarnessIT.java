package dev.interlock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.benchmark.crash.Crash;
import dev.interlock.benchmark.crash.CrashPlan;
import dev.interlock.benchmark.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The short form of `./interlock bench crash`: forty changes, four kills, one stop of the
/// database.
@ExtendWith(GatewayExtension.class)
class CrashHarnessIT {
    private static final long SEED = 7;

    private final Gateway gateway;

    CrashHarnessIT(Gateway gateway) {
        this.gateway = gateway;
    }

    @Test
    void nothingIsLostDoneTwiceOrOutOfOrderHoweverOftenTheProcessTierIsKilled() {
        Stage stage =
                new Stage(
                        gateway.sandbox().options().state(),
                        gateway.ports().base(),
                        System.out,
                        false);

        Crash.Outcome outcome = new Crash(gateway.sandbox(), CrashPlan.brief(SEED), stage).run();
        gateway.awaitKeycloak();

        assertThat(outcome.defects().all()).isEmpty();
        assertThat(outcome.secondsToRest()).isLessThan(60);
    }
}
