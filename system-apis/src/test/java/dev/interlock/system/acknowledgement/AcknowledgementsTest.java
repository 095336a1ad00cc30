package dev.interlock.system.acknowledgement;

import static dev.interlock.system.Calls.get;
import static dev.interlock.system.Calls.post;
import static dev.interlock.system.Purchasing.acknowledge;
import static dev.interlock.system.Purchasing.announce;
import static dev.interlock.system.Purchasing.answer;
import static dev.interlock.system.Purchasing.decide;
import static dev.interlock.system.Purchasing.ordered;
import static dev.interlock.system.Purchasing.pieces;
import static dev.interlock.system.Purchasing.shipped;
import static dev.interlock.system.Purchasing.supplied;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.interlock.system.AsErp;
import dev.interlock.system.Masters;
import dev.interlock.system.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@AsErp
class AcknowledgementsTest {
    private static final String LATER = ", 'deliveryOn': '2026-12-15'";
    private static final String EIGHTY = ", 'quantity': " + pieces("80");

    @Inject Jdbi jdbi;

    @BeforeEach
    void masters() {
        Masters.plants();
    }

    @Test
    void confirmALineAsOrdered() {
        var order = order();

        var made =
                acknowledge(order, answer(10, "ACCEPT", ""))
                        .then()
                        .statusCode(201)
                        .header("ETag", "\"1\"")
                        .body("lines[0].state", is("ACCEPTED"))
                        .body("lines[0].quantity.value", is("100"))
                        .body("lines[0].deliveryOn", is("2026-12-01"))
                        .extract();

        state(order)
                .body("status", is("PARTIALLY_CONFIRMED"))
                .body("lines.state", contains("CONFIRMED", "ORDERED"))
                .body("lines.confirmed.value", contains("100", "0"))
                .body("lines[0].confirmedOn", is("2026-12-01"));
        get(made.header("Location").replace("/system/v1", ""))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("orderNumber", is(order));
        acknowledge(order, answer(20, "ACCEPT", "")).then().statusCode(201);
        state(order).body("status", is("CONFIRMED"));
        get("/purchase-orders/" + order + "/acknowledgements?limit=1")
                .then()
                .body("items.lines.line", contains(contains(10)));
    }

    @Test
    void leaveTheOrderAsItIsUntilTheBuyerTakesTheChange() {
        var order = order();

        var id = changed(order, answer(10, "ACCEPT_WITH_CHANGE", EIGHTY + LATER));

        state(order)
                .body("status", is("CHANGE_REQUESTED"))
                .body("lines[0].state", is("AWAITING_DECISION"))
                .body("lines[0].confirmed.value", is("0"))
                .body("lines[0].confirmedOn", nullValue());
        acknowledge(order, answer(10, "ACCEPT", ""))
                .then()
                .statusCode(409)
                .body("state", is("AWAITING_DECISION"))
                .body("allowed", containsInAnyOrder("ORDERED", "CONFIRMED"));
        decide(order, id, "{'line': 10, 'decision': 'ACCEPT'}")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("lines[0].state", is("CHANGE_ACCEPTED"));
        state(order)
                .body("status", is("PARTIALLY_CONFIRMED"))
                .body("lines[0].quantity.value", is("100"))
                .body("lines[0].confirmed.value", is("80"))
                .body("lines[0].confirmedOn", is("2026-12-15"));
        decide(order, id, "{'line': 10, 'decision': 'ACCEPT'}")
                .then()
                .statusCode(409)
                .body("state", is("CHANGE_ACCEPTED"));
    }

    @Test
    void letWhatStoodStandWhenTheBuyerRefusesAChange() {
        var order = order();
        acknowledge(order, answer(10, "ACCEPT", "")).then().statusCode(201);

        var id = changed(order, answer(10, "RESCHEDULE", LATER));
        decide(order, id, "{'line': 10, 'decision': 'REJECT'}")
                .then()
                .statusCode(422)
                .body("violations.code", contains("reason-needed"));
        decide(order, id, "{'line': 10, 'decision': 'REJECT', 'reason': 'too late'}")
                .then()
                .statusCode(200)
                .body("lines[0].state", is("CHANGE_REFUSED"))
                .body("lines[0].decisionReason", is("too late"));

        state(order)
                .body("status", is("PARTIALLY_CONFIRMED"))
                .body("lines[0].state", is("CONFIRMED"))
                .body("lines[0].confirmed.value", is("100"))
                .body("lines[0].confirmedOn", is("2026-12-01"));
    }

    @Test
    void rejectLineByLineUntilTheOrderIsRejected() {
        var order = order();

        acknowledge(order, answer(10, "REJECT", ", 'reason': 'discontinued'"))
                .then()
                .statusCode(201)
                .body("lines[0].state", is("REJECTED"));
        state(order).body("status", is("ORDERED")).body("lines[0].state", is("REJECTED"));
        acknowledge(order, answer(10, "ACCEPT", "")).then().statusCode(409);
        acknowledge(order, answer(20, "REJECT", ", 'reason': 'discontinued'"));

        state(order).body("status", is("REJECTED"));
        announce(order, shipped(20, "10", "")).then().statusCode(409);
    }

    @Test
    void areRefusedWithEveryReasonAtOnce() {
        var order = order();

        acknowledge(
                        order,
                        String.join(
                                ",",
                                answer(10, "ACCEPT", EIGHTY),
                                answer(10, "ACCEPT_WITH_CHANGE", ""),
                                answer(20, "REJECT", ""),
                                answer(20, "BACKORDER", ""),
                                answer(20, "RESCHEDULE", ", 'deliveryOn': '2026-12-01'"),
                                answer(20, "RESCHEDULE", LATER + EIGHTY),
                                answer(20, "ACCEPT_WITH_CHANGE", ", 'quantity': " + pieces("1.5")),
                                answer(
                                        20,
                                        "ACCEPT_WITH_CHANGE",
                                        ", 'quantity': {'value': '1', 'unit': 'KGM'}"),
                                answer(99, "ACCEPT", "")))
                .then()
                .statusCode(422)
                .body(
                        "violations.code",
                        containsInAnyOrder(
                                "duplicate",
                                "not-as-ordered",
                                "no-change",
                                "reason-needed",
                                "day-needed",
                                "no-change",
                                "quantity-changed",
                                "whole-number",
                                "other-unit",
                                "unit-not-convertible",
                                "unknown-line"));
        acknowledge(order, "").then().statusCode(400);
        acknowledge(order, answer(10, "MAYBE", "")).then().statusCode(400);
        acknowledge(order, "{'line': null, 'response': null}")
                .then()
                .statusCode(400)
                .body("violations.pointer", hasItems("/lines/0/line", "/lines/0/response"));
        acknowledge("NO-SUCH", answer(10, "ACCEPT", "")).then().statusCode(404);
        decide(order, "0", "{'line': 10, 'decision': 'ACCEPT'}").then().statusCode(404);
        state(order).body("version", is(1));
    }

    @Test
    void changeAConfirmedLineOnlyWhileNothingOfItIsShipped() {
        var order = order();
        acknowledge(order, answer(10, "ACCEPT", "") + "," + answer(20, "ACCEPT", ""));
        announce(order, shipped(20, "10", "")).then().statusCode(201);

        changed(order, answer(10, "ACCEPT_WITH_CHANGE", EIGHTY));

        acknowledge(order, answer(20, "ACCEPT_WITH_CHANGE", EIGHTY))
                .then()
                .statusCode(409)
                .body("state", is("PARTIALLY_SHIPPED"));
    }

    @Test
    void lapseWhenTheOrderIsCancelledMeanwhile() {
        var order = order();
        var id = changed(order, answer(10, "BACKORDER", LATER));

        post("/purchase-orders/" + order + "/cancellations", "{'reason': 'no demand'}")
                .then()
                .statusCode(200)
                .body("status", is("CANCELLED"));

        get("/purchase-orders/%s/acknowledgements/%s".formatted(order, id))
                .then()
                .body("lines[0].state", is("LAPSED"));
        decide(order, id, "{'line': 10, 'decision': 'ACCEPT'}").then().statusCode(409);
        acknowledge(order, answer(20, "ACCEPT", "")).then().statusCode(409);
        post("/purchase-orders/" + order + "/closures", "{}")
                .then()
                .statusCode(409)
                .body("state", is("CANCELLED"));
    }

    @Test
    void areTakenOnceAndOnlyFromWhoHasReadTheOrder() {
        var order = order();
        var path = "/purchase-orders/" + order + "/acknowledgements";
        var body = "{'lines': [%s]}".formatted(answer(10, "ACCEPT", ""));
        var key = UUID.randomUUID().toString();

        post(path, body, UUID.randomUUID().toString(), "\"7\"").then().statusCode(412);
        var first = post(path, body, key, "\"1\"").then().statusCode(201).extract().asString();
        var again = post(path, body, key, "\"1\"");

        assertThat(again.asString()).isEqualTo(first);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(facts(order))
                .isEqualTo(
                        "erp.purchase-order.issued, supplier.purchase-order.acknowledged,"
                                + " erp.purchase-order.changed");
    }

    private String facts(String order) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT string_agg(type, ', ' ORDER BY sequence) FROM outbox WHERE"
                                        + " ordering_key = :key")
                        .bind("key", "purchase-order/" + order)
                        .mapTo(String.class)
                        .one());
    }

    private static String order() {
        return ordered("ACME", supplied("ACME", false, false), supplied("ACME", false, false));
    }

    private static String changed(String order, String line) {
        return acknowledge(order, line)
                .then()
                .statusCode(201)
                .body("lines[0].state", is("AWAITING_DECISION"))
                .extract()
                .path("acknowledgementId");
    }

    private static ValidatableResponse state(String order) {
        return get("/purchase-orders/" + order).then().statusCode(200);
    }
}
