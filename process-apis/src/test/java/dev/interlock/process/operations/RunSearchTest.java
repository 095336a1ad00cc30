package dev.interlock.process.operations;

import static dev.interlock.process.operations.OperationsCalls.act;
import static dev.interlock.process.operations.OperationsCalls.found;
import static dev.interlock.process.operations.OperationsCalls.get;
import static dev.interlock.process.operations.OperationsCalls.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.interlock.process.TierBelow.Mood;
import dev.interlock.process.Workbench;
import dev.interlock.process.run.RunState;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Runs and exceptions are found, and say what they are about.
@QuarkusTest
@TestSecurity(
        user = "olga",
        permissions = {"operations:read", "operations:act"})
class RunSearchTest extends Workbench {
    @Test
    void findsARunByEverythingItIsAbout() throws Exception {
        var run =
                start(
                        "rehearsal",
                        "item:P-1",
                        Set.of("change:ECO-P1", "item:P-1", "revision:P-1/C", "supplier:ACME"));

        assertThat(found("changeNumber=ECO-P1&supplierId=ACME")).containsExactly(run);
        assertThat(found("itemId=P-1&revision=C")).containsExactly(run);
        assertThat(found("changeNumber=ECO-P1&itemId=P-2")).isEmpty();
        assertThat(found("changeNumber=ECO-P1&state=SUCCEEDED")).containsExactly(run);
        assertThat(found("changeNumber=ECO-P1&state=REFUSED")).isEmpty();
        assertThat(found("changeNumber=ECO-P1&process=release")).isEmpty();
        assertThat(found("correlationId=workbench&changeNumber=ECO-P1")).containsExactly(run);
    }

    @Test
    void pagesThroughRunsTheNewestFirst() throws Exception {
        var ids = new ArrayList<String>();
        for (var i = 0; i < 5; i++) {
            ids.addFirst(start("rehearsal", "item:page" + i, Set.of("lot:L-77")));
        }

        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = json(get("/runs?lot=L-77&limit=2" + cursor));
            seen.addAll(page.getList("items.runId"));
            cursor = page.get("nextCursor") == null ? "" : "&cursor=" + page.get("nextCursor");
        } while (!cursor.isEmpty());

        assertThat(seen).isEqualTo(ids);
    }

    @Test
    void followsWhatChangesWithoutMissingAnything() throws Exception {
        var since = Instant.now().minusSeconds(1);
        below.next("/left", Mood.REFUSES);
        var run = start("rehearsal", "item:delta", Set.of("lot:delta"));

        var first = json(get("/runs?lot=delta&changedSince=" + since));
        below.next("/left", Mood.FINE);
        act(openException(run), "retries");
        await(run, RunState.SUCCEEDED);
        var second =
                json(
                        get(
                                "/runs?lot=delta&changedSince="
                                        + since
                                        + "&cursor="
                                        + first.getString("nextCursor")));

        assertThat(first.getList("items.state")).containsExactly("WAITING");
        assertThat(second.getList("items.state")).containsExactly("SUCCEEDED");
        assertThat(second.getString("nextCursor")).isNotEqualTo(first.getString("nextCursor"));
    }

    @Test
    void refusesAQuestionThatMakesNoSense() {
        get("/runs?status=MAYBE").then().statusCode(400).body("code", equalTo("invalid-request"));
        get("/runs?revision=C").then().statusCode(400);
        get("/runs?state=WAITING&status=INCOMPLETE").then().statusCode(400);
        get("/runs/nothing").then().statusCode(404);
        get("/exceptions/nothing").then().statusCode(404);
        get("/exceptions?cause=BAD_LUCK").then().statusCode(400);
    }

    @Test
    void namesEverythingThatIsWrongWithAQuestion() {
        get("/exceptions?open=x&cause=y&limit=999&foo=1&itemId=")
                .then()
                .statusCode(400)
                .body(
                        "violations.pointer",
                        containsInAnyOrder("?open", "?cause", "?limit", "?foo", "?itemId"));
        get("/runs?process=propagation&status=MAYBE&revision=C")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("?process", "?status", "?revision"));
        get("/runs?state=WAITING&status=MAYBE")
                .then()
                .statusCode(400)
                .body("violations.code", contains("one-of", "status"));
        get("/exceptions?target=MOM&revision=C")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("?target", "?revision"));
        get("/runs?process=propagation")
                .then()
                .statusCode(400)
                .body("violations.detail", contains(containsString("eco, ")));
        get("/exceptions?target=MOM:1000&process=propagation")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("?process", "?target"))
                .body("violations[1].detail", containsString("ERP, "));
        get("/exceptions?target=MES:1000&process=eco").then().statusCode(200);
    }

    @Test
    void listsWhatWaitsForAPersonByTargetAndCause() throws Exception {
        below.next("/left", Mood.REFUSES);
        var run = start("rehearsal", "item:queue", Set.of("item:queue"));

        var open = json(get("/exceptions?open=true&itemId=queue&target=LEFT&cause=FUNCTIONAL"));

        assertThat(open.getList("items.runId")).containsExactly(run);
        assertThat(open.getList("items.step")).containsExactly("left");
        assertThat(json(get("/exceptions?itemId=queue&target=RIGHT")).getList("items")).isEmpty();
        assertThat(json(get("/exceptions?itemId=queue&open=false")).getList("items")).isEmpty();
        assertThat(json(get("/exceptions?itemId=queue&process=eco")).getList("items")).isEmpty();
        assertThat(
                        json(get("/exceptions?itemId=queue&openedBefore=2020-01-01T00:00:00Z"))
                                .getList("items"))
                .isEmpty();
    }

    @Test
    void saysWhereEverythingCameFromAndWhoTookIt() throws Exception {
        var run = start("rehearsal", "item:lineage", Set.of());

        var lineage = json(get("/runs/" + run + "/lineage"));

        assertThat(lineage.getList("handovers.target")).containsExactly("LEFT", "RIGHT", "LAST");
        assertThat(lineage.getString("handovers[0].externalRef")).isEqualTo("made-s0");
        assertThat(lineage.getInt("handovers[0].attempt")).isEqualTo(1);
        assertThat(lineage.getString("handovers[0].digest")).hasSize(64);
        assertThat(lineage.getString("handovers[0].answerDigest")).hasSize(64);
        assertThat(lineage.getString("handovers[0].takenAt")).isNotNull();
    }

    @Test
    void saysWhoWentOnWithoutATargetAndWhy() throws Exception {
        below.next("/left", Mood.REFUSES);
        var run = start("rehearsal", "item:gap", Set.of());
        act(openException(run), "skips");
        await(run, RunState.SUCCEEDED);

        var lineage = json(get("/runs/" + run + "/lineage"));

        assertThat(lineage.getString("handovers[0].status")).isEqualTo("SKIPPED");
        assertThat(lineage.getString("handovers[0].leftOut"))
                .isEqualTo("Skipped by olga: looked at it");
        assertThat(lineage.getString("handovers[1].leftOut")).isNull();
    }

    @Test
    void saysInASentenceWhatFailedAndWhenItIsTriedAgain() throws Exception {
        below.next("/left", Mood.AWAY_BEHIND);
        var run = start("rehearsal", "item:words", Set.of());

        var left = json(get("/runs/" + run)).getMap("steps[0]");
        below.next("/left", Mood.FINE);

        assertThat(left.get("status")).isEqualTo("RETRYING");
        assertThat(String.valueOf(left.get("lastProblem")))
                .contains("LEFT, attempt ")
                .contains("MES cannot be reached now. It is tried again at 20")
                .contains("nextAttemptAt");
    }
}
