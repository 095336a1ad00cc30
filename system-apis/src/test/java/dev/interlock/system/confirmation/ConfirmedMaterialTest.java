package dev.interlock.system.confirmation;

import static dev.interlock.system.Calls.get;
import static dev.interlock.system.Calls.post;
import static dev.interlock.system.Masters.bom;
import static dev.interlock.system.Masters.item;
import static dev.interlock.system.Masters.line;
import static dev.interlock.system.Masters.move;
import static dev.interlock.system.Masters.operation;
import static dev.interlock.system.Masters.order;
import static dev.interlock.system.Masters.release;
import static dev.interlock.system.Masters.routing;
import static dev.interlock.system.Masters.stock;
import static dev.interlock.system.Masters.workCenter;
import static dev.interlock.system.Shift.confirm;
import static dev.interlock.system.Shift.end;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import dev.interlock.system.AsErp;
import dev.interlock.system.Masters;
import dev.interlock.system.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a confirmation uses up and brings in.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@AsErp
class ConfirmedMaterialTest {
    private static final String BACKFLUSH = ", 'backflush': true";
    private static final String FREE = "{'location': 'MAIN', 'stockType': 'UNRESTRICTED'}";

    @BeforeEach
    void masters() {
        Masters.plants();
    }

    @Test
    void useUpWhatIsBackflushedAtItsOperation() {
        var gear = item("GB");
        var ring = item("GR");
        var grease = item("GS");
        var screw = item("SC");
        bom(
                gear,
                line(10, ring, "2", "EA", BACKFLUSH)
                        + ","
                        + line(20, grease, "1", "EA", BACKFLUSH + ", 'operation': 20")
                        + ","
                        + line(30, screw, "4", "EA", ", 'operation': 10"));
        routing(gear, workCenter("PT16H"), "PT10M", "PT1M");
        stock(ring, "10");
        stock(grease, "9");
        stock(screw, "99");
        var order = order(gear, "5", 3);
        var reservation =
                post("/reservations", "{'orderNumber': '%s'}".formatted(order))
                        .<String>path("reservationId");
        release(order);

        end(order, 10, 4, 1).then().statusCode(201).body("movements", hasSize(1));
        get("/production-orders/" + order)
                .then()
                .body("components.issued.value", contains("10", "0", "0"));
        get("/reservations/" + reservation)
                .then()
                .body("lines.consumed.value", contains("10", "0", "0"));
        var last = end(order, 20, 4, 0);

        last.then().statusCode(201).body("movements", hasSize(2));
        get("/production-orders/" + order)
                .then()
                .body("components.issued.value", contains("10", "4", "0"));
        get("/balances?itemId=" + ring).then().body("items", empty());
        get("/balances?itemId=" + grease).then().body("items[0].quantity.value", is("5"));
    }

    @Test
    void takeOnlyTheLotsThatAreAssigned() {
        var gear = item("GB");
        var bearing = item("BR", "EA", true);
        bom(gear, line(70, bearing, "2", "EA", BACKFLUSH));
        routing(gear, workCenter("PT16H"), "PT10M", "PT1M");
        move("RECEIPT", bearing, "'to': " + FREE, "20", "'lot': 'L-1'");
        move("RECEIPT", bearing, "'to': " + FREE.replace("MAIN", "SIDE"), "20", "'lot': 'L-2'");
        var order = order(gear, "5", 3);
        var path = "/production-orders/" + order;
        release(order);

        confirm(order, 10, 1, 0)
                .then()
                .statusCode(422)
                .body("code", is("insufficient-stock"))
                .body("violations.pointer", contains("/components/70"));
        post(
                        path + "/lot-assignments",
                        """
                        {'position': 70, 'lots': [{'lot': 'L-1', 'quantity': {'value': '3', 'unit': 'EA'}},
                                                  {'lot': 'L-2', 'quantity': {'value': '7', 'unit': 'EA'}}]}
                        """)
                .then()
                .statusCode(200);
        confirm(order, 10, 1, 0).then().statusCode(201).body("movements", hasSize(1));
        confirm(order, 10, 1, 0).then().statusCode(201).body("movements", hasSize(2));

        get("/movements?orderNumber=" + order)
                .then()
                .body("items.lot", contains("L-2", "L-1", "L-1"))
                .body("items.quantity.value", contains("1", "1", "2"));
        hold("LOT", bearing + "/L-2");
        confirm(order, 10, 1, 0)
                .then()
                .statusCode(422)
                .body("violations.code", contains("on-hold"));
    }

    @Test
    void areRefusedWithEveryShortComponentAndPostNothingThen() {
        var gear = item("GB");
        var ring = item("GR");
        var seal = item("SL");
        var pin = item("PN");
        bom(
                gear,
                line(10, pin, "1", "EA", BACKFLUSH)
                        + ","
                        + line(20, ring, "2", "EA", BACKFLUSH)
                        + ","
                        + line(30, seal, "1", "EA", BACKFLUSH));
        routing(gear, workCenter("PT16H"), "PT10M", "PT1M");
        stock(pin, "50");
        stock(ring, "3");
        stock(seal, "4");
        var another = order(gear, "1", 3);
        var taker = item("TK");
        bom(taker, line(10, seal, "3"));
        var reserving = order(taker, "1", 3);
        post("/reservations", "{'orderNumber': '%s'}".formatted(reserving)).then().statusCode(201);
        var order = order(gear, "5", 3);
        release(order);
        release(another);

        end(order, 10, 2, 0)
                .then()
                .statusCode(422)
                .body("code", is("insufficient-stock"))
                .body("violations.pointer", contains("/components/20", "/components/30"))
                .body("violations[1].detail", containsString("3 for order " + reserving));

        get("/balances?itemId=" + pin).then().body("items[0].quantity.value", is("50"));
        get("/production-orders/" + order)
                .then()
                .body("lifecycle", is("RELEASED"))
                .body("components.issued.value", contains("0", "0", "0"));
        get("/production-orders/" + order + "/confirmations").then().body("items", empty());
        get("/movements?orderNumber=" + order).then().body("items", empty());
        end(another, 10, 1, 0).then().statusCode(201);
    }

    @Test
    void ofManyOrdersUseUpNoMoreThanThereIs() throws Exception {
        var ring = item("GR");
        var seal = item("SL");
        stock(ring, "12");
        stock(seal, "40");
        var orders = new ArrayList<String>();
        for (var i = 0; i < 12; i++) {
            var gear = item("GB");
            bom(
                    gear,
                    line(10, i % 2 == 0 ? ring : seal, "2", "EA", BACKFLUSH)
                            + ","
                            + line(20, i % 2 == 0 ? seal : ring, "2", "EA", BACKFLUSH));
            routing(gear, operation(10, workCenter("PT16H"), "PT1M", "PT1M", ""));
            orders.add(order(gear, "1", 3));
        }
        orders.forEach(Masters::release);

        var answers = new ArrayList<Integer>();
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            var shifts =
                    orders.stream()
                            .<Callable<Integer>>map(
                                    order -> () -> end(order, 10, 1, 0).statusCode())
                            .toList();
            for (var answer : writers.invokeAll(shifts)) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).filteredOn(status -> status == 201).hasSize(6);
        assertThat(answers).filteredOn(status -> status == 422).hasSize(6);
        get("/balances?itemId=" + ring).then().body("items", empty());
        get("/balances?itemId=" + seal).then().body("items[0].quantity.value", is("28"));
    }

    @Test
    void consumeNothingForAnOrderOnHold() {
        var gear = item("GB");
        var ring = item("GR");
        bom(gear, line(10, ring, "1", "EA", BACKFLUSH));
        routing(gear, workCenter("PT16H"), "PT10M", "PT1M");
        stock(ring, "50");
        var order = order(gear, "5", 3);
        release(order);
        hold("ORDER", order);

        confirm(order, 10, 1, 0)
                .then()
                .statusCode(422)
                .body("violations.code", contains("on-hold"));
        get("/production-orders/" + order).then().body("lifecycle", is("RELEASED"));
    }

    @Test
    void bringWhatIsInspectedIntoInspectionStockUnderTheOrdersLot() {
        var gear = item("GB", "EA", true);
        var center = workCenter("PT16H");
        routing(gear, operation(10, center, "PT1M", "PT1M", ", 'inspection': true"));
        var order = order(gear, "5", 3);
        release(order);

        confirm(order, 10, 2, 0).then().statusCode(201);

        get("/balances?itemId=" + gear)
                .then()
                .body("items.stockType", contains("QUALITY_INSPECTION"))
                .body("items.lot", contains(order))
                .body("items[0].quantity.value", is("2"));
    }

    @Test
    void areDeliveredAgainOnceATakenBackReceiptIsPostedAnew() {
        var gear = item("GB");
        routing(gear, operation(10, workCenter("PT16H"), "PT1M", "PT1M", ""));
        var order = order(gear, "5", 3);
        release(order);
        var path = "/production-orders/" + order;
        var receipt = end(order, 10, 5, 0).<String>path("movements[0]");
        var forOrder = "'orderNumber': '%s'".formatted(order);

        move("RECEIPT", gear, "'to': " + FREE, "1", forOrder)
                .then()
                .statusCode(422)
                .body("violations.code", contains("not-yielded"));
        post("/movements/" + receipt + "/reversals", "{}").then().statusCode(201);
        get(path).then().body("lifecycle", is("CONFIRMED")).body("yielded.value", is("5"));
        move("RECEIPT", gear, "'to': " + FREE, "5", forOrder).then().statusCode(201);

        get(path).then().body("lifecycle", is("DELIVERED"));
        move("RECEIPT", item("OT"), "'to': " + FREE, "1", forOrder)
                .then()
                .statusCode(422)
                .body("violations.code", contains("not-made"));
    }

    private static void hold(String scope, String target) {
        post(
                        "/holds",
                        "{'scope': '%s', 'target': '%s', 'reason': 'Cracks', 'effects': {'consume': true}}"
                                .formatted(scope, target))
                .then()
                .statusCode(201);
    }
}
