package dev.interlock.process.operations;

import static dev.interlock.process.operations.OperationsCalls.act;
import static dev.interlock.process.operations.OperationsCalls.get;
import static dev.interlock.process.operations.OperationsCalls.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.interlock.process.TierBelow.Mood;
import dev.interlock.process.Workbench;
import dev.interlock.process.run.RunState;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestSecurity(
        user = "olga",
        permissions = {"operations:read", "operations:act"})
class OperationsTest extends Workbench {
    private static final String ALL_OR_NOTHING = "all-or-nothing";

    @Test
    void triesAFailedStepAgainAndKeepsWhoSaidSo() throws Exception {
        below.next("/left", Mood.REFUSES);
        var run = start("rehearsal", "item:retry", Set.of("item:retry"));
        var exception = openException(run);
        below.next("/left", Mood.FINE);

        var answer = json(act(exception, "retries"));
        await(run, RunState.SUCCEEDED);

        assertThat(answer.getString("status")).isEqualTo("RETRIED");
        assertThat(answer.getString("resolvedBy")).isEqualTo("olga");
        assertThat(below.paths()).containsOnlyOnce("/left", "/right", "/last");
        var detail = json(get("/runs/" + run));
        assertThat(detail.getList("audit.action")).containsExactly("RETRY");
        assertThat(detail.getList("audit.actor")).containsExactly("olga");
        assertThat(detail.getList("audit.reason")).containsExactly("looked at it");
        assertThat(detail.getList("exceptions.status")).containsExactly("RETRIED");
        assertThat(detail.getList("standing.target")).containsExactly("LEFT", "RIGHT", "LAST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml"})
    void nobodyActsPastTheFormOfAReason(String mediaType) throws Exception {
        below.next("/left", Mood.REFUSES);
        var run = start("rehearsal", "item:" + key(), Set.of());
        var exception = openException(run);

        given().contentType(mediaType)
                .header("Idempotency-Key", key())
                .body("   ")
                .post("/process/v1/exceptions/%d/skips".formatted(exception))
                .then()
                .statusCode(415)
                .body("code", equalTo("unsupported-media-type"));

        assertThat(json(get("/runs/" + run)).getList("audit")).isEmpty();
    }

    @Test
    void whatMayHaveBeenDoneIsToldToWhoeverGoesOnWithoutIt() throws Exception {
        below.next("/left", Mood.PERFORMED_THEN_UNKNOWN);
        var run = start("rehearsal", "item:" + key(), Set.of());

        act(openException(run), "skips").then().statusCode(200);
        await(run, RunState.SUCCEEDED);

        var standing = json(get("/runs/" + run));
        assertThat(standing.getList("standing.target")).containsExactly("LEFT", "RIGHT", "LAST");
        assertThat(standing.getList("standing.certain")).containsExactly(false, true, true);
    }

    @Test
    void goesOnWithoutAStepThatAPersonSkips() throws Exception {
        below.next("/left", Mood.REFUSES);
        var run = start("rehearsal", "item:skip", Set.of());

        act(openException(run), "skips").then().statusCode(200).body("status", equalTo("SKIPPED"));
        await(run, RunState.SUCCEEDED);

        assertThat(below.paths()).containsExactlyInAnyOrder("/right", "/last");
        assertThat(json(get("/runs/" + run)).getString("steps[0].lastProblem.detail"))
                .isEqualTo("Skipped by olga: looked at it");
    }

    @Test
    void endsARejectedRunAndLetsTheNextOnItsKeysPass() throws Exception {
        below.next("/left", Mood.REFUSES);
        var older = start("rehearsal", "item:reject", Set.of());
        below.next("/left", Mood.FINE);
        var younger = id(start("rehearsal", "item:reject", Set.of(), Duration.ZERO));

        act(openException(older), "rejections")
                .then()
                .statusCode(200)
                .body("status", equalTo("REJECTED"));

        await(older, RunState.REJECTED);
        await(younger, RunState.SUCCEEDED);
        assertThat(json(get("/runs/" + older)).getList("standing.target")).containsExactly("RIGHT");
    }

    @Test
    void doesNotSkipWhatARunMustBeAbleToTakeBack() throws Exception {
        below.next("/pivot", Mood.REFUSES);
        below.next("/store/undo", Mood.REFUSES);
        var run = id(start(ALL_OR_NOTHING, "order:O-1", Set.of(), Duration.ofSeconds(2)));
        await(run, RunState.UNDOING);
        awaitException(run);

        act(openException(run), "skips").then().statusCode(409).body("code", equalTo("conflict"));
        assertThat(json(get("/runs/" + run)).getList("exceptions.cause")).contains("UNDO_REFUSED");
    }

    @Test
    void takesBackAgainWhatCouldNotBeTakenBack() throws Exception {
        below.next("/pivot", Mood.REFUSES);
        below.next("/store/undo", Mood.REFUSES);
        var run = id(start(ALL_OR_NOTHING, "order:O-2", Set.of(), Duration.ofSeconds(2)));
        awaitException(run);
        below.next("/store/undo", Mood.FINE);

        act(openException(run), "retries").then().statusCode(200);
        await(run, RunState.REFUSED);

        assertThat(below.paths())
                .containsExactlyInAnyOrder(
                        "/reserve", "/store", "/store/undo", "/reserve/made-s0/undo");
    }

    @Test
    void takesBackTheRestOfARejectedRunAndSaysWhatStands() throws Exception {
        below.next("/pivot", Mood.REFUSES);
        below.next("/store/undo", Mood.REFUSES);
        var run = id(start(ALL_OR_NOTHING, "order:O-3", Set.of(), Duration.ofSeconds(2)));
        awaitException(run);

        act(openException(run), "rejections").then().statusCode(200);
        await(run, RunState.REJECTED);

        assertThat(below.paths()).containsExactly("/reserve", "/store", "/reserve/made-s0/undo");
        assertThat(json(get("/runs/" + run)).getList("standing.step")).containsExactly("store");
    }

    @Test
    void letsOneOfTenWin() throws Exception {
        below.next("/left", Mood.REFUSES);
        var run = start("rehearsal", "item:ten", Set.of());
        var exception = openException(run);
        below.next("/left", Mood.FINE);

        var answers = atOnce(10, () -> act(exception, "retries", key()));
        await(run, RunState.SUCCEEDED);

        assertThat(answers).extracting(Response::statusCode).containsOnlyOnce(200);
        assertThat(answers.stream().filter(a -> a.statusCode() != 200))
                .allMatch(a -> a.statusCode() == 409)
                .allMatch(a -> a.jsonPath().getString("state").equals("RETRIED"));
        assertThat(json(get("/runs/" + run)).getList("audit")).hasSize(1);
    }

    @Test
    void answersARepeatedClickWithTheSameBytes() throws Exception {
        below.next("/left", Mood.REFUSES);
        var run = start("rehearsal", "item:again", Set.of());
        var exception = openException(run);
        var key = key();

        var first = act(exception, "skips", key);
        var second = act(exception, "skips", key);

        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(json(get("/runs/" + run)).getList("audit")).hasSize(1);
        given().contentType("application/json")
                .header("Idempotency-Key", key)
                .body("{\"reason\":\"another one\"}")
                .post("/process/v1/exceptions/" + exception + "/skips")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void asksForAReasonAndAKey() {
        given().contentType("application/json")
                .header("Idempotency-Key", key())
                .body("{\"reason\":\" \"}")
                .post("/process/v1/exceptions/1/skips")
                .then()
                .statusCode(400);
        given().contentType("application/json")
                .header("Idempotency-Key", key())
                .body("{\"reason\":\"%s\"}".formatted("x".repeat(501)))
                .post("/process/v1/exceptions/1/skips")
                .then()
                .statusCode(400)
                .body("violations.detail", contains("must have at most 500 characters"));
        given().contentType("application/json")
                .body("{\"reason\":\"because\"}")
                .post("/process/v1/exceptions/1/skips")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-invalid"));
    }

    @Test
    @TestSecurity(user = "auditor", permissions = "operations:read")
    void letsNobodyActWhoMayOnlyRead() {
        act(1, "retries").then().statusCode(403);
    }

    private void awaitException(String run) throws InterruptedException {
        var until = Instant.now().plusSeconds(10);
        while (json(get("/runs/" + run))
                        .getList("exceptions.findAll { it.status == 'OPEN' }")
                        .isEmpty()
                && Instant.now().isBefore(until)) {
            Thread.sleep(50);
        }
    }

    private static List<Response> atOnce(int times, Callable<Response> click) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var clicks = new ArrayList<Callable<Response>>();
            for (var i = 0; i < times; i++) {
                clicks.add(click);
            }
            var answers = new ArrayList<Response>();
            for (Future<Response> one : threads.invokeAll(clicks)) {
                answers.add(one.get());
            }
            return answers;
        }
    }
}
