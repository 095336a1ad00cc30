package dev.interlock.system.confirmation;

import static dev.interlock.system.Calls.get;
import static dev.interlock.system.Calls.post;
import static dev.interlock.system.Masters.bom;
import static dev.interlock.system.Masters.item;
import static dev.interlock.system.Masters.line;
import static dev.interlock.system.Masters.move;
import static dev.interlock.system.Masters.order;
import static dev.interlock.system.Masters.release;
import static dev.interlock.system.Masters.routing;
import static dev.interlock.system.Masters.stock;
import static dev.interlock.system.Masters.workCenter;
import static dev.interlock.system.Shift.confirm;
import static dev.interlock.system.Shift.end;
import static dev.interlock.system.Shift.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import dev.interlock.system.AsErp;
import dev.interlock.system.Calls;
import dev.interlock.system.Masters;
import dev.interlock.system.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@AsErp
class ConfirmationsTest {
    private static final String BACKFLUSH = ", 'backflush': true";
    private static final String FREE = "{'location': 'MAIN', 'stockType': 'UNRESTRICTED'}";

    @BeforeEach
    void masters() {
        Masters.plants();
    }

    @Test
    void carryAnOrderFromReleaseToDelivery() {
        var gear = item("GB");
        routing(gear, workCenter("PT16H"), "PT10M", "PT1M");
        var order = order(gear, "5", 3);
        release(order);
        var path = "/production-orders/" + order;

        var first = confirm(order, 10, 3, 0);
        first.then()
                .statusCode(201)
                .header(
                        "Location",
                        endsWith(path + "/confirmations/" + first.path("confirmationId")))
                .body("yield.value", is("3"))
                .body("rework.value", is("0"))
                .body("final", is(false))
                .body("movements", empty());
        get(path)
                .then()
                .body("lifecycle", is("IN_PROCESS"))
                .body("yielded.value", is("0"))
                .body("operations[0].yield.value", is("3"))
                .body("operations.status", contains("RELEASED", "RELEASED"));
        end(order, 10, 1, 1).then().statusCode(201);
        get(path)
                .then()
                .body("operations.status", contains("CONFIRMED", "RELEASED"))
                .body("scrapped.value", is("1"));
        var last = end(order, 20, 4, 0);

        last.then().statusCode(201).body("movements", hasSize(1));
        get(path)
                .then()
                .body("lifecycle", is("DELIVERED"))
                .body("yielded.value", is("4"))
                .body("scrapped.value", is("1"));
        get("/movements/" + last.path("movements[0]"))
                .then()
                .body("type", is("RECEIPT"))
                .body("orderNumber", is(order))
                .body("to.location", is("MAIN"))
                .body("to.stockType", is("UNRESTRICTED"))
                .body("quantity.value", is("4"));
        get("/balances?itemId=" + gear).then().body("items[0].quantity.value", is("4"));
        get(path + "/confirmations")
                .then()
                .body("items.operation", contains(20, 10, 10))
                .body("items.final", contains(true, true, false));
        get(path + "/confirmations?operation=20").then().body("items", hasSize(1));
        get(path + "/confirmations/" + last.path("confirmationId"))
                .then()
                .statusCode(200)
                .body("movements", is(last.<List<String>>path("movements")));
        confirm(order, 20, 1, 0).then().statusCode(409).body("state", is("DELIVERED"));
    }

    @Test
    void countOnceForEachNumberOfTheMes() {
        var gear = item("GB");
        routing(gear, workCenter("PT16H"), "PT10M", "PT1M");
        var order = order(gear, "5", 3);
        release(order);
        var path = "/production-orders/" + order;
        var report = report(10, 2, 1, false);
        var first = confirm(order, report);

        confirm(order, report.replace("'2'", "'2.0'"))
                .then()
                .statusCode(200)
                .body("confirmationId", is(first.<String>path("confirmationId")));
        confirm(order, report.replace("'2'", "'3'"))
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/externalId"));
        get(path).then().body("operations[0].yield.value", is("2"));

        post(path + "/technical-completions", "{}").then().statusCode(200);
        confirm(order, report).then().statusCode(200);
        confirm(order, 10, 1, 0).then().statusCode(409).body("state", is("TECHNICALLY_COMPLETED"));
        var other = order(gear, "5", 3);
        release(other);
        confirm(other, report).then().statusCode(201);
    }

    @Test
    void countOnceHoweverManySayThemAtOnce() throws Exception {
        var gear = item("GB");
        var ring = item("GR");
        bom(gear, line(10, ring, "1", "EA", BACKFLUSH));
        routing(gear, workCenter("PT16H"), "PT10M", "PT1M");
        stock(ring, "50");
        var order = order(gear, "20", 3);
        release(order);
        var report = report(10, 3, 0, false);

        var answers = new ArrayList<Integer>();
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> say = () -> confirm(order, report).statusCode();
            for (var answer : writers.invokeAll(Collections.nCopies(12, say))) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).containsOnlyOnce(201).containsOnly(200, 201);
        get("/production-orders/" + order)
                .then()
                .body("operations[0].yield.value", is("3"))
                .body("components[0].issued.value", is("3"));
    }

    @Test
    void areRefusedWithEveryReasonAtOnce() {
        var gear = item("GB");
        routing(gear, workCenter("PT16H"), "PT10M", "PT1M");
        var order = order(gear, "5", 3);
        release(order);

        confirm(
                        order,
                        report(10, 6, 1, false)
                                .replace(", 'reasonCode': 'CRACK'", "")
                                .replace("2026-01-05T14", "2026-01-05T05"))
                .then()
                .statusCode(422)
                .body("violations.pointer", hasItems("/reasonCode", "/endedAt", "/yield/value"))
                .body("violations.code", hasItem("over-delivery"))
                .body(
                        "violations.detail",
                        hasItem("The operation would have yielded 6; at most 5 are to be made."));
        confirm(
                        order,
                        report(10, 1, 0, false)
                                .replace(
                                        "2026-01-05T14:00:00Z",
                                        Instant.now().plus(1, ChronoUnit.HOURS).toString()))
                .then()
                .statusCode(422)
                .body("violations.code", contains("in-the-future"));
        confirm(order, 99, 1, 0)
                .then()
                .statusCode(422)
                .body("violations.code", contains("unknown-operation"));
        confirm(order, 10, 0, 0)
                .then()
                .statusCode(422)
                .body("violations.code", contains("positive"));
        confirm(order, report(10, 1, 0, false).replace("'1'", "'-1'"))
                .then()
                .statusCode(422)
                .body("violations.code", hasItem("negative"));
        confirm(order, report(10, 1, 0, false).replace("'1'", "'0.5'"))
                .then()
                .statusCode(422)
                .body("violations.code", contains("whole-number"));
        confirm(order, "{}").then().statusCode(400);
        confirm("NO-SUCH", 10, 1, 0).then().statusCode(404);
        get("/production-orders/NO-SUCH/confirmations").then().statusCode(404);
    }

    @Test
    void yieldNoMoreThanTheOperationBefore() {
        var gear = item("GB");
        routing(gear, workCenter("PT16H"), "PT10M", "PT1M");
        var order = order(gear, "5", 3);
        release(order);
        confirm(order, 10, 3, 0).then().statusCode(201);

        confirm(order, 20, 4, 0)
                .then()
                .statusCode(422)
                .body("violations.code", contains("more-than-before"));
        confirm(order, 20, 2, 1).then().statusCode(201);
        end(order, 10, 1, 0).then().statusCode(201);
        confirm(order, 10, 1, 0)
                .then()
                .statusCode(409)
                .body("state", is("CONFIRMED"))
                .body("allowed", contains("RELEASED"));
        end(order, 20, 1, 0).then().statusCode(201);
        get("/production-orders/" + order).then().body("yielded.value", is("3"));
    }

    @Test
    void areTakenOnlyOfWhatIsReleased() {
        var gear = item("GB");
        var ring = item("GR");
        var seal = item("SL");
        bom(gear, line(10, ring, "1") + "," + line(20, seal, "1", "EA", ", 'operation': 20"));
        stock(ring, "50");
        stock(seal, "50");
        routing(gear, workCenter("PT16H"), "PT10M", "PT1M");
        var order = order(gear, "5", 3);
        var path = "/production-orders/" + order;
        var forOrder = "'orderNumber': '%s'".formatted(order);

        confirm(order, 10, 1, 0).then().statusCode(409).body("state", is("CREATED"));
        post(path + "/releases", "{'operations': [10]}", Calls.fresh("a-release-of-ten"), "*")
                .then()
                .body("lifecycle", is("PARTIALLY_RELEASED"));
        move("ISSUE", ring, "'from': " + FREE, "1", forOrder).then().statusCode(201);
        move("ISSUE", seal, "'from': " + FREE, "1", forOrder)
                .then()
                .statusCode(409)
                .body("state", is("CREATED"))
                .body("allowed", contains("RELEASED", "CONFIRMED"));
        confirm(order, 20, 1, 0).then().statusCode(409).body("state", is("CREATED"));
        confirm(order, 10, 1, 0).then().statusCode(201);
        post(path + "/releases", "{'operations': [20]}", Calls.fresh("a-release-of-twenty"), "*")
                .then()
                .statusCode(200)
                .body("lifecycle", is("IN_PROCESS"))
                .body("operations.status", contains("RELEASED", "RELEASED"));
        post(path + "/releases", "{}", Calls.fresh("a-release-too-many"), "*")
                .then()
                .statusCode(409)
                .body("state", is("IN_PROCESS"));
        move("ISSUE", seal, "'from': " + FREE, "1", forOrder).then().statusCode(201);
    }

    @Test
    void waitWhileTheOrderIsLocked() {
        var gear = item("GB");
        routing(gear, workCenter("PT16H"), "PT10M", "PT1M");
        var order = order(gear, "5", 3);
        release(order);
        post("/production-orders/" + order + "/locks", "{}").then().statusCode(200);

        confirm(order, 10, 1, 0).then().statusCode(409).body("state", is("LOCKED"));

        post("/production-orders/" + order + "/unlocks", "{}");
        confirm(order, 10, 1, 0).then().statusCode(201);
    }
}
