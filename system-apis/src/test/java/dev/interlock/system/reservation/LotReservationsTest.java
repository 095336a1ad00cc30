package dev.interlock.system.reservation;

import static dev.interlock.system.Calls.get;
import static dev.interlock.system.Calls.post;
import static dev.interlock.system.Masters.bom;
import static dev.interlock.system.Masters.item;
import static dev.interlock.system.Masters.line;
import static dev.interlock.system.Masters.move;
import static dev.interlock.system.Masters.order;
import static dev.interlock.system.Masters.release;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import dev.interlock.system.AsErp;
import dev.interlock.system.Masters;
import dev.interlock.system.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Reservations of orders that lots are assigned to.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@AsErp
class LotReservationsTest {
    private String gear = "";
    private String bearing = "";

    @BeforeEach
    void aGearOfTwoBearingsAndTwoLotsOfTen() {
        Masters.plants();
        gear = item("GB");
        bearing = item("BR", "EA", true);
        bom(gear, line(10, bearing, "2"));
        for (var lot : List.of("L-1", "L-2")) {
            move(
                            "RECEIPT",
                            bearing,
                            "'to': {'location': 'MAIN', 'stockType': 'UNRESTRICTED'}",
                            "10",
                            "'lot': '%s'".formatted(lot))
                    .then()
                    .statusCode(201);
        }
    }

    @Test
    void doNotPromiseALotTwice() {
        var first = orderOfLot(5, "L-1");
        var second = orderOfLot(5, "L-1");
        reserve(first).then().statusCode(201);

        get("/production-orders/" + second + "/dossier")
                .then()
                .body("promisedLots.lot", contains("L-1"))
                .body("promisedLots[0].needed.value", is("10"))
                .body("promisedLots[0].promised.value", is("10"))
                .body("promisedLots[0].orders", contains(first));
        get("/production-orders/" + first + "/dossier").then().body("promisedLots", empty());
        reserve(second)
                .then()
                .statusCode(422)
                .body("code", is("insufficient-stock"))
                .body("violations.code", contains("lot-promised"))
                .body("violations.pointer", contains("/components/10"))
                .body(
                        "detail",
                        allOf(
                                containsString("Lot L-1 of " + bearing),
                                containsString("10 are promised to order " + first)));
        post(
                        "/reservations",
                        "{'orderNumber': '%s', 'despite': ['SHORTAGE', 'HOLD']}".formatted(second))
                .then()
                .statusCode(422);

        assign(second, "L-2", 10);
        reserve(second).then().statusCode(201);
    }

    @Test
    void promiseWhatTheOthersLeave() {
        var first = orderOfLot(3, "L-1");
        var second = orderOfLot(2, "L-1");
        var third = orderOfLot(1, "L-1");
        reserve(first).then().statusCode(201);
        release(first);
        move(
                        "ISSUE",
                        bearing,
                        "'from': {'location': 'MAIN', 'stockType': 'UNRESTRICTED'}",
                        "2",
                        "'lot': 'L-1', 'orderNumber': '%s'".formatted(first))
                .then()
                .statusCode(201);

        var reserved = reserve(second);
        reserved.then().statusCode(201);
        reserve(third).then().statusCode(422);

        post("/reservations/" + reserved.path("reservationId") + "/cancellations", "{}");
        reserve(third).then().statusCode(201);
    }

    private String orderOfLot(int gears, String lot) {
        var order = order(gear, String.valueOf(gears), 3);
        assign(order, lot, 2 * gears);
        return order;
    }

    private static void assign(String order, String lot, int quantity) {
        post(
                        "/production-orders/" + order + "/lot-assignments",
                        "{'position': 10, 'lots': [{'lot': '%s', 'quantity': {'value': '%d', 'unit': 'EA'}}]}"
                                .formatted(lot, quantity))
                .then()
                .statusCode(200);
    }

    private static Response reserve(String order) {
        return post("/reservations", "{'orderNumber': '%s'}".formatted(order));
    }
}
