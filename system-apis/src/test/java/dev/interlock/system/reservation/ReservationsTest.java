package dev.interlock.system.reservation;

import static dev.interlock.system.Calls.get;
import static dev.interlock.system.Calls.post;
import static dev.interlock.system.Masters.bom;
import static dev.interlock.system.Masters.item;
import static dev.interlock.system.Masters.line;
import static dev.interlock.system.Masters.move;
import static dev.interlock.system.Masters.order;
import static dev.interlock.system.Masters.release;
import static dev.interlock.system.Masters.stock;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dev.interlock.system.AsErp;
import dev.interlock.system.Masters;
import dev.interlock.system.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@AsErp
class ReservationsTest {
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Berlin"));

    @BeforeEach
    void masters() {
        Masters.plants();
    }

    @Test
    void takeAllLinesAndAreGivenBackAsAWhole() {
        var gear = item("GB");
        var ring = item("GR");
        bom(gear, line(10, ring, "2"));
        stock(ring, "25");
        var order = order(gear, "5", 3);

        var made = post("/reservations", "{'orderNumber': '%s'}".formatted(order));
        var path = "/reservations/" + made.path("reservationId");

        made.then()
                .statusCode(201)
                .body("status", is("OPEN"))
                .body("lines[0].quantity.value", is("10"))
                .body("lines[0].requiredOn", is(today.plusDays(3).toString()));
        get("/balances?itemId=" + ring).then().body("items[0].reserved.value", is("10"));
        get("/production-orders/" + order)
                .then()
                .header("ETag", "\"1\"")
                .body("flags", hasItem("MATERIAL_COMMITTED"))
                .body("components[0].reservationId", is(made.<String>path("reservationId")));
        post("/reservations", "{'orderNumber': '%s'}".formatted(order)).then().statusCode(409);

        post(path + "/cancellations", "{}").then().statusCode(200).body("status", is("CANCELLED"));
        post(path + "/cancellations", "{}").then().statusCode(200).body("status", is("CANCELLED"));
        get("/production-orders/" + order).then().body("flags", not(hasItem("MATERIAL_COMMITTED")));
    }

    @Test
    void areRefusedWithEveryShortComponentAndTakeNothingThen() {
        var gear = item("GB");
        var ring = item("GR");
        var seal = item("SL");
        var screw = item("SC");
        bom(gear, line(10, ring, "2") + "," + line(20, seal, "1") + "," + line(30, screw, "8"));
        stock(screw, "500");
        stock(seal, "3");
        var order = order(gear, "5", 3);

        post("/reservations", "{'orderNumber': '%s'}".formatted(order))
                .then()
                .statusCode(422)
                .body("code", is("insufficient-stock"))
                .body("violations.pointer", contains("/components/10", "/components/20"));

        get("/balances?itemId=" + screw).then().body("items[0].reserved.value", is("0"));
        post("/reservations", "{'orderNumber': 'NO-SUCH'}")
                .then()
                .statusCode(422)
                .body("violations.code", contains("unknown-order"));
    }

    @Test
    void ofAShortageThatWasAcceptedTakeWhatThereIsAndNothingOfOthers() {
        var gear = item("GB");
        var ring = item("GR");
        var seal = item("SL");
        bom(gear, line(10, ring, "2") + "," + line(20, seal, "1"));
        stock(ring, "14");
        var first = order(gear, "5", 3);
        stock(seal, "5");
        post("/reservations", "{'orderNumber': '%s'}".formatted(first)).then().statusCode(201);
        var second = order(gear, "5", 3);

        post("/reservations", "{'orderNumber': '%s', 'despite': ['SHORTAGE']}".formatted(second))
                .then()
                .statusCode(201)
                .body("lines.position", contains(10))
                .body("lines[0].quantity.value", is("4"));

        get("/production-orders/" + second)
                .then()
                .body("flags", hasItem("MATERIAL_COMMITTED"))
                .body("flags", hasItem("MATERIAL_SHORTAGE"));
        get("/production-orders/" + first).then().body("flags", not(hasItem("MATERIAL_SHORTAGE")));
        get("/balances?itemId=" + ring).then().body("items[0].reserved.value", is("14"));
        release(first);
        issue(ring, "10", first).then().statusCode(201);
    }

    @Test
    void ofALotOnHoldThatWasAcceptedAreMadeAllTheSame() {
        var gear = item("GB");
        var ring = item("GR", "EA", true);
        bom(gear, line(10, ring, "2"));
        found(ring, "L-HELD", "10");
        found(ring, "L-FREE", "10");
        var order = order(gear, "5", 3);
        post(
                        "/production-orders/" + order + "/lot-assignments",
                        "{'position': 10, 'lots': [{'lot': 'L-HELD', 'quantity': {'value': '10',"
                                + " 'unit': 'EA'}}]}")
                .then()
                .statusCode(200);
        post(
                        "/holds",
                        "{'scope': 'LOT', 'target': '%s/L-HELD', 'reason': 'Cracks', 'effects': {'consume': true}}"
                                .formatted(ring))
                .then()
                .statusCode(201);
        post("/reservations", "{'orderNumber': '%s', 'despite': ['SHORTAGE']}".formatted(order))
                .then()
                .statusCode(422)
                .body("violations.code", contains("on-hold"));

        post("/reservations", "{'orderNumber': '%s', 'despite': ['HOLD']}".formatted(order))
                .then()
                .statusCode(201)
                .body("lines[0].quantity.value", is("10"));
    }

    private static void found(String item, String lot, String quantity) {
        move(
                        "ADJUSTMENT",
                        item,
                        "'to': {'location': 'MAIN', 'stockType': 'UNRESTRICTED'}",
                        quantity,
                        "'reasonCode': 'FOUND', 'lot': '%s'".formatted(lot))
                .then()
                .statusCode(201);
    }

    @Test
    void fiftyWritersReserveNoMoreThanThereIs() throws Exception {
        var gear = item("GB");
        var ring = item("GR");
        var seal = item("SL");
        bom(gear, line(10, ring, "3") + "," + line(20, seal, "1"));
        stock(ring, "20");
        stock(seal, "100");
        var orders = new ArrayList<String>();
        for (var i = 0; i < 50; i++) {
            orders.add(order(gear, "1", i % 5));
        }

        var answers = new ArrayList<Integer>();
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks =
                    orders.stream()
                            .<Callable<Integer>>map(order ->
                                    () ->
                                            post(
                                                            "/reservations",
                                                            "{'orderNumber': '%s'}"
                                                                    .formatted(order))
                                                    .statusCode())
                            .toList();
            for (var answer : writers.invokeAll(tasks)) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).filteredOn(status -> status == 201).hasSize(6);
        assertThat(answers).filteredOn(status -> status == 422).hasSize(44);
        get("/balances?itemId=" + ring).then().body("items[0].reserved.value", is("18"));
    }

    @Test
    void areConsumedByWhatTheOrderTakes() {
        var gear = item("GB");
        var ring = item("GR");
        bom(gear, line(10, ring, "2"));
        stock(ring, "10");
        var order = order(gear, "5", 0);
        var reservation =
                post("/reservations", "{'orderNumber': '%s'}".formatted(order))
                        .<String>path("reservationId");
        release(order);
        var free = "'from': {'location': 'MAIN', 'stockType': 'UNRESTRICTED'}";

        var issue = move("ISSUE", ring, free, "4", "'orderNumber': '%s'".formatted(order));
        issue.then().statusCode(201);

        get("/reservations/" + reservation)
                .then()
                .body("lines[0].consumed.value", is("4"))
                .body("status", is("OPEN"));
        get("/production-orders/" + order).then().body("components[0].issued.value", is("4"));
        post("/movements/" + issue.path("movementId") + "/reversals", "{}").then().statusCode(201);
        get("/reservations/" + reservation).then().body("lines[0].consumed.value", is("0"));
        move("ISSUE", ring, free, "10", "'orderNumber': '%s'".formatted(order))
                .then()
                .statusCode(201);
        get("/reservations/" + reservation).then().body("status", is("CONSUMED"));
        get("/reservations?orderNumber=" + order)
                .then()
                .body("items.reservationId", contains(reservation));
    }

    @Test
    void areNotBrokenByManyWhoTakeAtOnce() throws Exception {
        var gear = item("GB");
        var ring = item("GR");
        bom(gear, line(10, ring, "1"));
        stock(ring, "20");
        var order = order(gear, "15", 0);
        release(order);

        var answers = new ArrayList<Integer>();
        var reserved = new ArrayList<Integer>();
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            var reserving =
                    writers.submit(() ->
                            post("/reservations", "{'orderNumber': '%s'}".formatted(order))
                                    .statusCode());
            Callable<Integer> take = () -> issue(ring, "1", "").statusCode();
            for (var answer : writers.invokeAll(Collections.nCopies(30, take))) {
                answers.add(answer.get());
            }
            reserved.add(reserving.get());
        }

        var taken = (int) answers.stream().filter(status -> status == 201).count();
        if (reserved.getFirst() == 201) {
            assertThat(taken).isEqualTo(5);
            issue(ring, "15", order).then().statusCode(201);
        } else {
            assertThat(taken).isBetween(6, 20);
        }
    }

    private static Response issue(String item, String quantity, String order) {
        return move(
                "ISSUE",
                item,
                "'from': {'location': 'MAIN', 'stockType': 'UNRESTRICTED'}",
                quantity,
                order.isEmpty() ? "" : "'orderNumber': '%s'".formatted(order));
    }
}
