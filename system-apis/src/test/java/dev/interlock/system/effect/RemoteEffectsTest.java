package dev.interlock.system.effect;

import static dev.interlock.system.effect.BenchCalls.key;
import static dev.interlock.system.effect.BenchCalls.weld;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.interlock.system.PostgresForTests;
import dev.interlock.system.effect.Bench.Robot.Mood;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Effects at another system, which cannot share our transaction.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestSecurity(user = "process-apis")
@OidcSecurity(claims = @Claim(key = "azp", value = "process-apis"))
class RemoteEffectsTest {
    @Inject Bench bench;
    @Inject Jdbi jdbi;

    @BeforeEach
    void calmDown() {
        bench.robot.mood = Mood.WELL;
        bench.robot.parks = false;
        bench.robot.welds.set(0);
    }

    @Test
    void freesTheKeyWhenTheOtherSystemWasNotReached() {
        var key = key();
        bench.robot.mood = Mood.AWAY;
        weld(key).then().statusCode(503).body("effect", is("NONE"));

        bench.robot.mood = Mood.WELL;
        weld(key).then().statusCode(201).header("Idempotency-Replayed", nullValue());
        weld(key).then().statusCode(201).header("Idempotency-Replayed", "true");

        assertThat(bench.robot.welds).hasValue(1);
    }

    @Test
    void asksWhatBecameOfAnEffectInDoubt() throws Exception {
        var key = key();
        bench.robot.mood = Mood.DUMB_AFTER;
        weld(key).then().statusCode(504).body("effect", is("UNKNOWN"));

        weld(key)
                .then()
                .statusCode(409)
                .body("code", is("request-in-progress"))
                .header("Retry-After", "2");
        Thread.sleep(1550);
        weld(key).then().statusCode(201);

        assertThat(bench.robot.welds).hasValue(1);
    }

    @Test
    void settlesWhatAKilledTierLeftBehind() {
        var key = key();
        bench.robot.mood = Mood.DUMB_AFTER;
        weld(key);
        leaveAsKilled(key, 60);
        weld(key).then().statusCode(409).body("code", is("request-in-progress"));

        leaveAsKilled(key, -1);
        bench.robot.mood = Mood.AWAY;
        var replies = weld(key);

        replies.then().statusCode(201);
        assertThat(bench.robot.welds).hasValue(1);
    }

    @Test
    void sendsAgainWhatTheOtherSystemNeverGot() {
        var key = key();
        weld(key);
        bench.robot.welds.set(0);
        leaveAsKilled(key, -1);

        weld(key).then().statusCode(201);

        assertThat(bench.robot.welds).hasValue(1);
    }

    @Test
    void leavesToAPersonWhatNobodyCanLookUp() {
        var key = key();
        bench.robot.parks = true;
        bench.robot.mood = Mood.DUMB_AFTER;
        weld(key).then().statusCode(504);

        bench.robot.mood = Mood.WELL;
        weld(key)
                .then()
                .statusCode(504)
                .body("code", is("outcome-unknown"))
                .body("effect", is("UNKNOWN"));

        assertThat(bench.robot.welds).hasValue(1);
    }

    private void leaveAsKilled(String key, int leaseSeconds) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                UPDATE idempotency SET state = 'OPEN', status = NULL, body = NULL,
                                       lease_until = clock_timestamp() + :lease * interval '1 s' WHERE key = :key
                                """)
                        .bind("lease", leaseSeconds)
                        .bind("key", key)
                        .execute());
    }
}
