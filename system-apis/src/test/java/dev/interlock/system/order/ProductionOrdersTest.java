package dev.interlock.system.order;

import static dev.interlock.system.Calls.fresh;
import static dev.interlock.system.Calls.get;
import static dev.interlock.system.Calls.post;
import static dev.interlock.system.Calls.put;
import static dev.interlock.system.Masters.bom;
import static dev.interlock.system.Masters.item;
import static dev.interlock.system.Masters.line;
import static dev.interlock.system.Masters.move;
import static dev.interlock.system.Masters.order;
import static dev.interlock.system.Masters.orderOf;
import static dev.interlock.system.Masters.release;
import static dev.interlock.system.Masters.routing;
import static dev.interlock.system.Masters.stock;
import static dev.interlock.system.Masters.workCenter;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dev.interlock.system.AsErp;
import dev.interlock.system.Masters;
import dev.interlock.system.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@AsErp
class ProductionOrdersTest {
    private static final String FREE = "{'location': 'MAIN', 'stockType': 'UNRESTRICTED'}";

    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Berlin"));

    @BeforeEach
    void masters() {
        Masters.plants();
    }

    @Test
    void keepTheStructureTheyWereCreatedWith() {
        var gear = item("GB");
        var kit = item("KIT");
        var ring = item("GR");
        var pin = item("PN");
        var center = workCenter("PT8H");
        bom(
                gear,
                line(30, ring, "2", "EA", ", 'scrapPercent': '10', 'operation': 20")
                        + ","
                        + line(40, kit, "3", "EA", ", 'phantom': true"));
        bom(kit, line(10, pin, "4", "EA", ", 'backflush': true"));
        routing(gear, center, "PT1H", "PT3H");

        var number = order(gear, "5", 4);
        put("/items/" + gear + "/revisions/A/boms/1000", Masters.bomOf(line(10, pin, "1")), "\"1\"")
                .then()
                .statusCode(200);

        get("/production-orders/" + number)
                .then()
                .statusCode(200)
                .body("lifecycle", is("CREATED"))
                .body("flags", contains("AVAILABILITY_NOT_CHECKED", "CAPACITY_SHORTAGE"))
                .body("components.position", contains(30, 40))
                .body("components.itemId", contains(ring, pin))
                .body("components.quantity.value", contains("11", "60"))
                .body("components.supplyLocation", contains("MAIN", "MAIN"))
                .body("components[1].backflush", is(true))
                .body("operations.number", contains(10, 20))
                .body("operations[0].plannedStart", is(today.plusDays(4).toString()))
                .body("operations[1].plannedStart", is(today.plusDays(6).toString()))
                .body("components[0].requiredOn", is(today.plusDays(6).toString()))
                .body("operations[0].setupTime", is("PT1H"));
        get("/work-centers/1000/" + center + "/loads")
                .then()
                .body("items.load", contains("PT16H", "PT16H"))
                .body("items[0].capacity", is("PT8H"));
    }

    @Test
    void areReleasedOnlyAtTheVersionThatWasRead() {
        var order = order(item("GB"), "5", 3);
        var path = "/production-orders/" + order + "/releases";

        post(path, "{}").then().statusCode(428);
        post(path, "{}", key(), "\"9\"").then().statusCode(412);
        post(path, "{}", key(), "\"1\"")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("lifecycle", is("RELEASED"));

        post(path, "{}", key(), "\"2\"")
                .then()
                .statusCode(409)
                .body("state", is("RELEASED"))
                .body("allowed", contains("CREATED", "PARTIALLY_RELEASED"));
    }

    @Test
    void areReleasedOnceHoweverOftenTheRequestIsSent() {
        var order = order(item("GB"), "5", 3);
        var path = "/production-orders/" + order + "/releases";
        var key = key();

        post(path, "{}", key, "\"1\"").then().statusCode(200);
        post(path, "{}", key, "\"1\"")
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", "true")
                .header("ETag", "\"2\"");
    }

    @Test
    void canBeReleasedOperationByOperation() {
        var gear = item("GB");
        routing(gear, workCenter("PT16H"), "PT10M", "PT1M");
        var order = order(gear, "5", 3);
        var path = "/production-orders/" + order;

        post(path + "/releases", "{'operations': [10]}", key(), "\"1\"")
                .then()
                .statusCode(200)
                .body("lifecycle", is("PARTIALLY_RELEASED"))
                .body("operations.status", contains("RELEASED", "CREATED"));
        post(path + "/releases", "{'operations': [99]}", key(), "\"2\"").then().statusCode(422);
        post(path + "/releases", "{'operations': [20]}", key(), "\"2\"")
                .then()
                .statusCode(200)
                .body("lifecycle", is("RELEASED"))
                .body("operations.status", contains("RELEASED", "RELEASED"));
        post(path + "/release-reversals", "{}")
                .then()
                .statusCode(200)
                .body("lifecycle", is("CREATED"))
                .body("operations.status", contains("CREATED", "CREATED"));
    }

    @Test
    void areNotReleasedWhileLockedOrHeldOrWithoutTheirRevision() {
        var gear = item("GB");
        var locked = order(gear, "5", 3);
        post("/production-orders/" + locked + "/locks", "{'reason': 'ECO-1001'}")
                .then()
                .statusCode(200)
                .body("flags", hasItem("LOCKED"))
                .body("lockReason", is("ECO-1001"))
                .body("version", is(2));
        var held = order(gear, "5", 3);
        post(
                        "/holds",
                        "{'scope': 'ORDER', 'target': '%s', 'reason': 'Wait', 'effects': {'release': true}}"
                                .formatted(held))
                .then()
                .statusCode(201);
        var obsolete = order(gear, "5", 3);

        post("/production-orders/" + locked + "/releases", "{}", key(), "\"2\"")
                .then()
                .statusCode(409)
                .body("state", is("LOCKED"));
        post("/production-orders/" + held + "/releases", "{}", key(), "\"1\"")
                .then()
                .statusCode(422)
                .body("violations.code", contains("on-hold"));
        put(
                "/items/" + gear + "/revisions/A",
                Masters.RELEASED.replace("RELEASED", "OBSOLETE"),
                "\"1\"");
        post("/production-orders/" + obsolete + "/releases", "{}", key(), "\"1\"")
                .then()
                .statusCode(422)
                .body("violations.code", contains("revision-status"));
        post("/production-orders/" + locked + "/unlocks", "{}")
                .then()
                .body("flags", not(hasItem("LOCKED")));
    }

    @Test
    void takeLotsOnlyOfWhatTheyNeedAndWhatExists() {
        var gear = item("GB");
        var bearing = item("BR", "EA", true);
        bom(gear, line(70, bearing, "2"));
        move(
                "RECEIPT",
                bearing,
                "'to': {'location': 'MAIN', 'stockType': 'UNRESTRICTED'}",
                "20",
                "'lot': 'L-1'");
        var order = order(gear, "5", 3);
        var path = "/production-orders/" + order;

        get(path).then().body("flags", hasItem("BATCH_NOT_ASSIGNED"));
        post(path + "/lot-assignments", lots(70, "L-1", "10"))
                .then()
                .statusCode(200)
                .body("flags", not(hasItem("BATCH_NOT_ASSIGNED")))
                .body("components[0].lots[0].quantity.value", is("10"))
                .body("version", is(2));
        post(path + "/lot-assignments", lots(70, "L-1", "11"))
                .then()
                .statusCode(422)
                .body("violations.code", contains("too-much"));
        post(path + "/lot-assignments", lots(70, "L-9", "1"))
                .then()
                .body("violations.code", contains("unknown-lot"));
        post(path + "/lot-assignments", lots(80, "L-1", "1"))
                .then()
                .body("violations.code", contains("unknown-component"));
    }

    @Test
    void makeAnotherRevisionUntilSomethingIsIssued() {
        var gear = item("GB");
        var ring = item("GR");
        var seal = item("SL");
        bom(gear, line(10, ring, "1"));
        put(
                "/items/" + gear + "/revisions/B",
                Masters.RELEASED.replace("2020-01-01", "2021-01-01"));
        put("/items/" + gear + "/revisions/B/boms/1000", Masters.bomOf(line(10, seal, "2")));
        stock(ring, "100");
        stock(seal, "100");
        var order = order(gear, "5", 3);
        post("/reservations", "{'orderNumber': '%s'}".formatted(order)).then().statusCode(201);

        post("/production-orders/" + order + "/revision-changes", "{'revision': 'B'}")
                .then()
                .statusCode(200)
                .body("revision", is("B"))
                .body("components.itemId", contains(seal))
                .body("flags", hasItem("AVAILABILITY_NOT_CHECKED"));
        get("/reservations?orderNumber=" + order)
                .then()
                .body("items.status", contains("CANCELLED"));
        post("/production-orders/" + order + "/revision-changes", "{'revision': 'Z'}")
                .then()
                .statusCode(422);

        release(order);
        move(
                        "ISSUE",
                        seal,
                        "'from': {'location': 'MAIN', 'stockType': 'UNRESTRICTED'}",
                        "1",
                        "'orderNumber': '%s'".formatted(order))
                .then()
                .statusCode(201);
        post("/production-orders/" + order + "/revision-changes", "{'revision': 'A'}")
                .then()
                .statusCode(409)
                .body("state", is("ISSUED"));
        post("/production-orders/" + order + "/release-reversals", "{}").then().statusCode(409);
    }

    @Test
    void moveNoGoodsBeforeTheyAreReleased() {
        var gear = item("GB");
        var ring = item("GR");
        bom(gear, line(10, ring, "1"));
        stock(ring, "10");
        var order = order(gear, "5", 3);

        move(
                        "ISSUE",
                        ring,
                        "'from': {'location': 'MAIN', 'stockType': 'UNRESTRICTED'}",
                        "1",
                        "'orderNumber': '%s'".formatted(order))
                .then()
                .statusCode(409)
                .body("state", is("CREATED"));
    }

    @Test
    void areCancelledOnlyBeforeTheyAreReleased() {
        var gear = item("GB");
        var order = order(gear, "5", 3);
        var released = order(gear, "5", 3);
        release(released);

        post("/production-orders/" + order + "/cancellations", "{}")
                .then()
                .statusCode(200)
                .body("lifecycle", is("CANCELLED"));
        post("/production-orders/" + released + "/cancellations", "{}").then().statusCode(409);
        get("/production-orders?itemId=" + gear + "&lifecycle=CANCELLED")
                .then()
                .body("items.orderNumber", contains(order));
        get("/production-orders?itemId=" + gear + "&lifecycle=CANCELLED&lifecycle=RELEASED")
                .then()
                .body("items.orderNumber", containsInAnyOrder(order, released));
        get("/production-orders?itemId=" + gear + "&lifecycle=RELEASED&lifecycle=GONE")
                .then()
                .statusCode(400);
        get("/production-orders?itemId=" + gear + "&plant=2000").then().body("items", empty());
    }

    @Test
    void areFoundByTheDayOnWhichTheyAreToStart() {
        var gear = item("GB");
        order(gear, "5", 3);
        var later = order(gear, "5", 4);

        get("/production-orders?itemId=" + gear + "&plannedStart=" + today.plusDays(4))
                .then()
                .body("items.orderNumber", contains(later));
        get("/production-orders?plannedStart=tomorrow").then().statusCode(400);
    }

    @Test
    void areRefusedWithEveryUnknownNameAtOnce() {
        var gear = item("GB");

        post(
                        "/production-orders",
                        orderOf(fresh("PO"), gear, "0.5", 3)
                                .replace("'1000'", "'9999'")
                                .replace("'A'", "'C'"))
                .then()
                .statusCode(422)
                .body(
                        "violations.code",
                        hasItems("unknown-plant", "unknown-revision", "whole-number"));
        var number = order(gear, "1", 1);
        post("/production-orders", orderOf(number, gear, "1", 1))
                .then()
                .statusCode(409)
                .body("code", is("conflict"));
        post(
                        "/production-orders",
                        orderOf(number, gear, "1", 1)
                                .replace("'orderNumber': '" + number + "', ", ""))
                .then()
                .statusCode(201);
        get("/production-orders/NO-SUCH").then().statusCode(404);
    }

    @Test
    void referToASalesOrderThatExists() {
        var gear = item("GB");
        var sales = fresh("SO");
        var body =
                orderOf(fresh("PO"), gear, "1", 1)
                        .replace("'orderType'", "'salesOrderNumber': '" + sales + "', 'orderType'");

        post("/production-orders", body)
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/salesOrderNumber"));
        put("/sales-orders/" + sales, "{'customer': 'Wind AG', 'status': 'OPEN'}")
                .then()
                .statusCode(201);
        post("/production-orders", body).then().statusCode(201).body("salesOrderNumber", is(sales));

        get("/sales-orders/" + sales)
                .then()
                .header("ETag", "\"1\"")
                .body("customer", is("Wind AG"));
    }

    @Test
    void endTechnicallyAndGiveBackWhatTheyHaveReserved() {
        var gear = item("GB");
        var ring = item("GR");
        bom(gear, line(10, ring, "2"));
        stock(ring, "25");
        var order = order(gear, "5", 3);
        var path = "/production-orders/" + order;
        var forOrder = "'orderNumber': '%s'".formatted(order);
        post("/reservations", "{'orderNumber': '%s'}".formatted(order)).then().statusCode(201);
        post(path + "/technical-completions", "{}")
                .then()
                .statusCode(409)
                .body("state", is("CREATED"))
                .body("allowed", hasItems("RELEASED", "IN_PROCESS", "CONFIRMED", "DELIVERED"));
        release(order);
        move("ISSUE", ring, "'from': " + FREE, "4", forOrder).then().statusCode(201);
        var wrong =
                move("ISSUE", ring, "'from': " + FREE, "1", forOrder).<String>path("movementId");

        post(path + "/technical-completions", "{}")
                .then()
                .statusCode(200)
                .body("lifecycle", is("TECHNICALLY_COMPLETED"));
        get("/reservations?orderNumber=" + order)
                .then()
                .body("items.status", contains("CANCELLED"));
        isExpectedNoMore(gear);
        move("ISSUE", ring, "'from': " + FREE, "1", forOrder)
                .then()
                .statusCode(409)
                .body("state", is("TECHNICALLY_COMPLETED"));
        move("RETURN", ring, "'to': " + FREE, "1", forOrder).then().statusCode(201);
        post("/movements/" + wrong + "/reversals", "{}").then().statusCode(201);
        get(path).then().body("components[0].issued.value", is("3"));
        post(path + "/locks", "{}").then().statusCode(409);
        post(path + "/technical-completions", "{}").then().statusCode(409);
    }

    private void isExpectedNoMore(String gear) {
        post(
                        "/availability-checks",
                        "{'plant': '1000', 'lines': [{'itemId': '%s', 'quantity': {'value': '1', 'unit': 'EA'}, 'requiredOn': '%s'}]}"
                                .formatted(gear, today.plusDays(30)))
                .then()
                .body("lines[0].source", is("NONE"));
    }

    @Test
    void areClosedOnceTechnicallyCompletedAndThenForGood() {
        var gear = item("GB");
        var ring = item("GR");
        bom(gear, line(10, ring, "2"));
        stock(ring, "25");
        var order = order(gear, "5", 3);
        var path = "/production-orders/" + order;
        var forOrder = "'orderNumber': '%s'".formatted(order);
        release(order);
        var issue =
                move("ISSUE", ring, "'from': " + FREE, "4", forOrder).<String>path("movementId");
        post(path + "/closures", "{}")
                .then()
                .statusCode(409)
                .body("state", is("RELEASED"))
                .body("allowed", contains("TECHNICALLY_COMPLETED"));
        post(path + "/technical-completions", "{}").then().statusCode(200);

        post(path + "/closures", "{}").then().statusCode(200).body("lifecycle", is("CLOSED"));

        for (var step :
                List.of(
                        "locks",
                        "unlocks",
                        "cancellations",
                        "release-reversals",
                        "technical-completions",
                        "closures")) {
            post(path + "/" + step, "{}").then().statusCode(409).body("state", is("CLOSED"));
        }
        post(path + "/releases", "{}", key(), "*").then().statusCode(409);
        post(path + "/revision-changes", "{'revision': 'A'}").then().statusCode(409);
        move("RETURN", ring, "'to': " + FREE, "1", forOrder).then().statusCode(409);
        post("/movements/" + issue + "/reversals", "{}").then().statusCode(409);
        post("/reservations", "{'orderNumber': '%s'}".formatted(order)).then().statusCode(409);
    }

    @Test
    void withoutOperationsYieldWhatIsReceived() {
        var gear = item("GB");
        var order = order(gear, "5", 3);
        var path = "/production-orders/" + order;
        var forOrder = "'orderNumber': '%s'".formatted(order);
        release(order);

        move("RECEIPT", gear, "'to': " + FREE, "2", forOrder).then().statusCode(201);
        get(path).then().body("lifecycle", is("IN_PROCESS")).body("yielded.value", is("2"));
        move("RECEIPT", gear, "'to': " + FREE, "4", forOrder).then().statusCode(422);
        move("RECEIPT", gear, "'to': " + FREE, "3", forOrder).then().statusCode(201);

        get(path).then().body("lifecycle", is("DELIVERED")).body("yielded.value", is("5"));
    }

    @Test
    void sayWhetherMaterialIsMissingOnceSomebodyHasLooked() {
        var gear = item("GB");
        var ring = item("GR");
        var seal = item("SL");
        bom(gear, line(10, ring, "2") + "," + line(20, seal, "1"));
        stock(ring, "10");
        var order = order(gear, "5", 3);
        var path = "/production-orders/" + order;
        get(path).then().body("flags", contains("AVAILABILITY_NOT_CHECKED"));

        look(order, ring);
        get(path).then().body("flags", contains("AVAILABILITY_NOT_CHECKED"));
        look(order, ring, seal);
        get(path).then().body("flags", contains("MATERIAL_SHORTAGE")).header("ETag", "\"1\"");
        stock(seal, "5");
        look(order, ring);
        get(path).then().body("flags", contains("MATERIAL_SHORTAGE"));
        look(order, ring, seal);
        get(path).then().body("flags", empty());

        var reservation =
                post("/reservations", "{'orderNumber': '%s'}".formatted(order))
                        .<String>path("reservationId");
        get(path).then().body("flags", contains("MATERIAL_COMMITTED"));
        post("/reservations/" + reservation + "/cancellations", "{}");
        get(path).then().body("flags", contains("AVAILABILITY_NOT_CHECKED"));
        look(order, ring, seal);
        post(path + "/revision-changes", "{'revision': 'A'}").then().statusCode(200);
        get(path).then().body("flags", contains("AVAILABILITY_NOT_CHECKED"));
    }

    private void look(String order, String... items) {
        var lines =
                Stream.of(items)
                        .map(item ->
                                "{'itemId': '%s', 'quantity': {'value': '10', 'unit': 'EA'}, 'requiredOn': '%s'}"
                                        .formatted(item, today.plusDays(3)))
                        .map(line ->
                                line.contains("SL-")
                                        ? line.replace("'value': '10'", "'value': '5'")
                                        : line)
                        .collect(Collectors.joining(","));
        post(
                        "/availability-checks",
                        "{'plant': '1000', 'forOrder': '%s', 'lines': [%s]}"
                                .formatted(order, lines))
                .then()
                .statusCode(200);
    }

    @Test
    void sayWhetherTheirWorkCentersAreOverloaded() {
        var gear = item("GB");
        routing(gear, workCenter("PT8H"), "PT0S", "PT30M");
        var first = order(gear, "7", 3);
        get("/production-orders/" + first).then().body("flags", not(hasItem("CAPACITY_SHORTAGE")));

        var second = order(gear, "7", 3);

        get("/production-orders/" + second).then().body("flags", hasItem("CAPACITY_SHORTAGE"));
        get("/production-orders/" + first).then().body("flags", not(hasItem("CAPACITY_SHORTAGE")));
        release(first);
        get("/production-orders/" + first).then().body("flags", hasItem("CAPACITY_SHORTAGE"));
        post("/production-orders/" + first + "/release-reversals", "{}").then().statusCode(200);
        post("/production-orders/" + first + "/cancellations", "{}").then().statusCode(200);
        post("/production-orders/" + second + "/revision-changes", "{'revision': 'A'}")
                .then()
                .body("flags", not(hasItem("CAPACITY_SHORTAGE")));
    }

    @Test
    void needASettlementRuleWhereTheirTypeDoes() {
        var gear = item("GB");
        var without =
                orderOf(fresh("PO"), gear, "1", 1)
                        .replace(", 'settlementRule': 'MATERIAL_100'", "");

        post("/production-orders", without)
                .then()
                .statusCode(201)
                .body("flags", hasItem("COST_ERROR"))
                .body("flags", not(hasItem("APPROVAL_MISSING")));
        post("/production-orders", without.replace("'PO-", "'PP-").replace("STANDARD", "PROTOTYPE"))
                .then()
                .statusCode(201)
                .body("flags", not(hasItem("COST_ERROR")));
        post("/production-orders", without.replace("'PO-", "'PQ-").replace("STANDARD", "TRIAL"))
                .then()
                .statusCode(201)
                .body("flags", not(hasItem("COST_ERROR")));
        get("/production-orders/" + order(gear, "1", 1))
                .then()
                .body("flags", not(hasItem("COST_ERROR")));
    }

    private static String lots(int position, String lot, String quantity) {
        return "{'position': %d, 'lots': [{'lot': '%s', 'quantity': {'value': '%s', 'unit': 'EA'}}]}"
                .formatted(position, lot, quantity);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
