package dev.interlock.process.orderrelease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.process.Workbench;
import dev.interlock.process.policy.PolicyRow.Severity;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/// What a usage status means for a function: the most specific row decides.
@QuarkusTest
@SuppressWarnings("NullAway.Init")
class UsagePolicyTest extends Workbench {
    private static final String HEADER = "PRODUCTION_ORDER_HEADER";

    @Inject ReleasePolicies policies;

    @Test
    void aStarStandsForAny() {
        says("TRIAL", "*", Severity.WARN);
        try {
            assertThat(policies.usages().apply("TRIAL", HEADER)).isEqualTo(Severity.WARN);
            says("TRIAL", HEADER, Severity.NONE);
            assertThat(policies.usages().apply("TRIAL", HEADER)).isEqualTo(Severity.NONE);
            assertThat(policies.usages().apply("UNHEARD_OF", HEADER)).isEqualTo(Severity.BLOCK);
        } finally {
            jdbi.useHandle(h -> h.execute("DELETE FROM usage_policy WHERE usage_status = 'TRIAL'"));
        }
    }

    private void says(String status, String function, Severity severity) {
        jdbi.useHandle(h ->
                h.execute("INSERT INTO usage_policy VALUES (?, ?, ?)", status, function, severity));
    }
}
