package dev.interlock.system.correctiveaction;

import static dev.interlock.system.Calls.get;
import static dev.interlock.system.Calls.json;
import static dev.interlock.system.Calls.post;
import static dev.interlock.system.Purchasing.getAs;
import static dev.interlock.system.Purchasing.postAs;
import static dev.interlock.system.Purchasing.supplied;
import static dev.interlock.system.correctiveaction.EightDReport.content;
import static dev.interlock.system.correctiveaction.EightDReport.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.interlock.system.AsPartnerTier;
import dev.interlock.system.AsQms;
import dev.interlock.system.Masters;
import dev.interlock.system.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Period;
import java.util.Arrays;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// A corrective action from both sides, from being issued to being closed.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CorrectiveActionsTest {
    private static final String PATH = "/corrective-actions";

    private static String item = "";
    private static String action = "";
    private static String other = "";

    @Inject Jdbi jdbi;
    @Inject CorrectiveActionSettings settings;

    @Test
    @Order(1)
    @AsQms
    void isIssuedByTheBuyer() {
        Masters.plants();
        item = supplied("ACME", true, false);
        action = issued("");
        other = issued(", 'dueDates': [{'stage': 'CONTAINMENT', 'dueOn': '2020-01-01'}]");

        assertThat(Arrays.stream(Stage.values()).map(settings::of).map(Period::getDays))
                .containsExactly(2, 14, 21, 60, 90);
        get(PATH + "/" + action)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("overdue", is(false))
                .body("dueDates", hasSize(5))
                .body("history.deed", contains("ISSUE"));
        get(PATH + "/" + other).then().body("overdue", is(true));
        post(PATH, draft(item, "").replace("'ACME'", "'NOBODY'").replace("'1000'", "'9999'"))
                .then()
                .statusCode(422)
                .body(
                        "violations.code",
                        containsInAnyOrder("unknown-plant", "unknown-supplier", "not-supplied"));
        post(
                        PATH,
                        draft(
                                item,
                                ", 'dueDates': [{'stage': 'PLAN', 'dueOn': '2020-01-01'}, {'stage':"
                                        + " 'PLAN', 'dueOn': '2020-01-01'}]"))
                .then()
                .statusCode(422)
                .body("violations.code", hasItems("duplicate", "order"));
        step(post(PATH + "/" + action + "/acknowledgements", "{}"), 403);
        step(post(PATH + "/" + action + "/submissions", "{'stage': 'PLAN'}"), 403);
    }

    @Test
    @Order(2)
    @AsPartnerTier
    void isTakenOnByTheSupplierAndContained() {
        write("D3", 409).body("state", is("ISSUED"));
        act("acknowledgements", "{}").body("status", is("ACKNOWLEDGED"));
        step(postAs("ACME", PATH + "/" + action + "/submissions", "{'stage': 'CONTAINMENT'}"), 422)
                .body(
                        "violations.code",
                        contains("discipline-missing", "discipline-missing", "discipline-missing"));
        for (var discipline : new String[] {"D0", "D1", "D2", "D3", "D4"}) {
            write(discipline, 201);
        }
        write("D3", 200).header("ETag", "\"1\"");
        write("D3", content("D3").replace("sort", "scrap"), null, 428);
        write("D3", content("D3").replace("sort", "scrap"), "\"7\"", 412);
        write("D3", content("D3").replace("sort", "scrap"), "\"1\"", 200)
                .header("ETag", "\"2\"")
                .body("content.measures[0].description", is("scrap"));
        getAs("ACME", PATH + "/" + action + "/disciplines/D3")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");

        act("submissions", "{'stage': 'CONTAINMENT'}").body("status", is("CONTAINMENT_SUBMITTED"));
        write("D3", 409).body("allowed", contains("ACKNOWLEDGED"));
        act("submissions", "{'stage': 'ROOT_CAUSE'}").body("status", is("ROOT_CAUSE_SUBMITTED"));
        write("D5", 201);
        act("submissions", "{'stage': 'PLAN'}").body("status", is("PLAN_SUBMITTED"));
        step(postAs("ACME", PATH + "/" + action + "/decisions", "{'decision': 'ACCEPT'}"), 403);
        step(postAs("ACME", PATH + "/" + action + "/submissions", "{'stage': 'CLOSURE'}"), 422);
    }

    @Test
    @Order(3)
    @AsPartnerTier
    void hasDisciplinesThatSayWhatTheyMust() {
        write("D4", "{'causes': []}", null, 400).body("violations.pointer", hasItem("/causes"));
        write("D5", content("D4"), null, 400);
        write("D8", "{'summary': ' ', 'completedOn': 'soon'}", null, 400);
        write("D9", "{}", null, 404);
    }

    @Test
    @Order(4)
    @AsPartnerTier
    void isUnknownToAnotherSupplier() {
        getAs("BOREALIS", PATH + "/" + action).then().statusCode(404);
        getAs("BOREALIS", PATH + "/" + action + "/disciplines/D3").then().statusCode(404);
        getAs("BOREALIS", PATH + "?supplierId=ACME").then().body("items", empty());
        step(postAs("BOREALIS", PATH + "/" + action + "/declines", "{'reason': 'x'}"), 404);
        json(content("D8"))
                .header("Interlock-Supplier", "BOREALIS")
                .put("/system/v1" + PATH + "/" + action + "/disciplines/D8")
                .then()
                .statusCode(404);
    }

    @Test
    @Order(5)
    @AsQms
    void isReturnedWithAReason() {
        step(post(PATH + "/" + action + "/decisions", "{'decision': 'RETURN'}"), 422)
                .body("violations.code", contains("reason-needed"));
        step(
                        post(
                                PATH + "/" + action + "/decisions",
                                "{'decision': 'RETURN', 'reason': 'too thin'}"),
                        200)
                .body("status", is("ROOT_CAUSE_SUBMITTED"));
        step(post(PATH + "/" + action + "/decisions", "{'decision': 'ACCEPT'}"), 409)
                .body("allowed", contains("PLAN_SUBMITTED"));
    }

    @Test
    @Order(6)
    @AsPartnerTier
    void isPlannedAnew() {
        write("D5", content("D5").replace("trial", "two trials"), "\"1\"", 200);
        act("submissions", "{'stage': 'PLAN'}");
        getAs("ACME", PATH + "/" + action)
                .then()
                .body("history.find { it.deed == 'RETURN_PLAN' }.reason", is("too thin"))
                .body("history.find { it.deed == 'RETURN_PLAN' }.by", nullValue());
    }

    @Test
    @Order(7)
    @AsQms
    void isAccepted() {
        step(post(PATH + "/" + action + "/decisions", "{'decision': 'ACCEPT'}"), 200)
                .body("status", is("PLAN_ACCEPTED"));
        step(post(PATH + "/" + action + "/verifications", "{'result': 'EFFECTIVE'}"), 409);
    }

    @Test
    @Order(8)
    @AsPartnerTier
    void isImplemented() {
        write("D6", 201);
        write("D7", 201);
        act("submissions", "{'stage': 'IMPLEMENTATION'}").body("status", is("IMPLEMENTED"));
    }

    @Test
    @Order(9)
    @AsQms
    void isVerifiedButNotClosedWithoutItsLastDiscipline() {
        step(
                        post(
                                PATH + "/" + action + "/verifications",
                                "{'result': 'NOT_EFFECTIVE', 'reason': 'cracks again'}"),
                        200)
                .body("status", is("PLAN_ACCEPTED"));
        step(post(PATH + "/" + other + "/cancellations", "{'reason': 'doubled'}"), 200);
        step(post(PATH + "/" + other + "/cancellations", "{'reason': 'doubled'}"), 409);
    }

    @Test
    @Order(10)
    @AsPartnerTier
    void isImplementedAgain() {
        act("submissions", "{'stage': 'IMPLEMENTATION'}");
    }

    @Test
    @Order(11)
    @AsQms
    void isFoundEffective() {
        step(post(PATH + "/" + action + "/verifications", "{'result': 'EFFECTIVE'}"), 200)
                .body("status", is("VERIFIED"));
        step(post(PATH + "/" + action + "/closures", "{}"), 422)
                .body("violations.code", contains("discipline-missing"));
    }

    @Test
    @Order(12)
    @AsPartnerTier
    void getsItsLastDiscipline() {
        write("D8", 201);
        step(postAs("ACME", PATH + "/" + action + "/closures", "{}"), 403);
    }

    @Test
    @Order(13)
    @AsQms
    void isClosedAndRemembered() {
        step(post(PATH + "/" + action + "/closures", "{}"), 200)
                .body("status", is("CLOSED"))
                .body("disciplines.discipline", hasSize(9));
        get(PATH + "?status=CLOSED&supplierId=ACME")
                .then()
                .body("items.correctiveActionId", hasItem(action));

        assertThat(
                        text(
                                "SELECT string_agg(DISTINCT type, ', ' ORDER BY type) FROM outbox"
                                        + " WHERE ordering_key = 'corrective-action/' || :id"))
                .isEqualTo(
                        "supplier.corrective-action.changed, supplier.corrective-action.closed,"
                                + " supplier.corrective-action.issued,"
                                + " supplier.corrective-action.submitted");
        assertThat(
                        text(
                                "SELECT string_agg(content->'measures'->0->>'description', ', '"
                                        + " ORDER BY number) FROM corrective_action_history WHERE"
                                        + " corrective_action_id = :id AND deed = 'WRITE_D3'"))
                .isEqualTo("sort, scrap");
    }

    private String text(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).bind("id", action).mapTo(String.class).one());
    }

    private static ValidatableResponse act(String step, String body) {
        return step(postAs("ACME", PATH + "/" + action + "/" + step, body), 200);
    }

    private static ValidatableResponse step(Response answer, int status) {
        return answer.then().statusCode(status);
    }

    private static ValidatableResponse write(String discipline, int status) {
        return write(discipline, content(discipline), null, status);
    }

    private static ValidatableResponse write(
            String discipline, String content, @Nullable String ifMatch, int status) {
        var request = json(content).header("Interlock-Supplier", "ACME");
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.put("/system/v1" + PATH + "/" + action + "/disciplines/" + discipline)
                .then()
                .statusCode(status);
    }

    private static String issued(String more) {
        return post(PATH, draft(item, more))
                .then()
                .statusCode(201)
                .body("status", is("ISSUED"))
                .extract()
                .path("correctiveActionId");
    }
}
