package dev.interlock.system.reservation;

import static dev.interlock.system.Calls.post;
import static dev.interlock.system.Masters.bom;
import static dev.interlock.system.Masters.item;
import static dev.interlock.system.Masters.line;
import static dev.interlock.system.Masters.move;
import static dev.interlock.system.Masters.order;
import static dev.interlock.system.Masters.release;
import static dev.interlock.system.Masters.stock;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.interlock.system.AsErp;
import dev.interlock.system.Masters;
import dev.interlock.system.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What can be promised to whom.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@AsErp
class AvailabilityTest {
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Berlin"));

    @BeforeEach
    void masters() {
        Masters.plants();
    }

    @Test
    void saysWhatCanBePromisedAndWhen() {
        var ring = item("GR");
        var seal = item("SL");
        stock(ring, "10");
        move(
                "RECEIPT",
                ring,
                "'to': {'location': 'MAIN', 'stockType': 'QUALITY_INSPECTION'}",
                "7",
                "");
        var body =
                """
                {'plant': '1000', 'lines': [
                   {'itemId': '%1$s', 'quantity': {'value': '8', 'unit': 'EA'}, 'requiredOn': '%3$s'},
                   {'itemId': '%1$s', 'quantity': {'value': '8', 'unit': 'EA'}, 'requiredOn': '%3$s'},
                   {'itemId': '%2$s', 'quantity': {'value': '1', 'unit': 'EA'}, 'requiredOn': '%3$s'}]}
                """
                        .formatted(ring, seal, today);

        post("/availability-checks", body)
                .then()
                .statusCode(200)
                .body("lines.confirmedQuantity.value", contains("8", "2", "0"))
                .body("lines.shortage.value", contains("0", "6", "1"))
                .body("lines.source", contains("STOCK", "STOCK", "NONE"))
                .body("lines[0].confirmedOn", is(today.toString()))
                .body("lines[1].confirmedOn", nullValue())
                .body("lines[0].inInspection.value", is("7"));
        post("/availability-checks", body.replace("'1000'", "'9999'"))
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/plant"));
    }

    @Test
    void countsAReceiptForOneOfTwoPositions() {
        var ring = item("GR");
        var maker = order(ring, "10", 10);
        release(maker);
        var arrival = today.plusDays(12).toString();

        post("/availability-checks", twice(ring, 10))
                .then()
                .body("lines.confirmedOn", contains(arrival, null))
                .body("lines.source", contains("RECEIPT", "NONE"));
        post("/availability-checks", twice(ring, 5))
                .then()
                .body("lines.confirmedOn", contains(arrival, arrival));

        var gear = item("GB");
        bom(gear, line(10, ring, "10") + ", " + line(20, ring, "10"));
        post("/reservations", "{'orderNumber': '%s'}".formatted(order(gear, "1", 3)))
                .then()
                .statusCode(422)
                .body("violations[0].detail", containsString("all of it on " + arrival))
                .body("violations[1].detail", containsString("all of it on no day known"));
    }

    @Test
    void confirmsForItsDayWhatAnEarlierPositionCannotHaveAnyMore() {
        var ring = item("GR");
        stock(ring, "4");
        release(order(ring, "10", 10));
        var arrival = today.plusDays(12);

        post(
                        "/availability-checks",
                        "{'plant': '1000', 'lines': [%s, %s]}"
                                .formatted(
                                        need(ring, 10, today.plusDays(3)), need(ring, 5, arrival)))
                .then()
                .body("lines.confirmedQuantity.value", contains("4", "5"))
                .body("lines.confirmedOn", contains(null, arrival.toString()));
    }

    @Test
    void isToldOfAsManyLinesAsABomHas() {
        var ring = item("GR");
        var lines = Collections.nCopies(10_000, need(ring, 1, today));

        post(
                        "/availability-checks",
                        "{'plant': '1000', 'lines': [%s]}".formatted(String.join(",", lines)))
                .then()
                .statusCode(200)
                .body("lines", hasSize(10_000));
    }

    @Test
    void countsNothingThatIsOnHold() {
        var ring = item("GR", "EA", true);
        var free = "'to': {'location': 'MAIN', 'stockType': 'UNRESTRICTED'}";
        move("RECEIPT", ring, free, "5", "'lot': 'L-1'");
        move("RECEIPT", ring, free, "6", "'lot': 'L-2'");
        post(
                "/holds",
                "{'scope': 'LOT', 'target': '%s/L-1', 'reason': 'Cracks', 'effects': {'consume': true}}"
                        .formatted(ring));

        post(
                        "/availability-checks",
                        "{'plant': '1000', 'lines': [{'itemId': '%s', 'quantity': {'value': '9', 'unit': 'EA'}, 'requiredOn': '%s'}]}"
                                .formatted(ring, today))
                .then()
                .body("lines[0].confirmedQuantity.value", is("6"));
    }

    @Test
    void keepsWhatIsReservedFromEverybodyElse() {
        var gear = item("GB");
        var ring = item("GR");
        bom(gear, line(10, ring, "2"));
        stock(ring, "12");
        var first = order(gear, "3", 0);
        var second = order(gear, "2", 0);
        var none = order(gear, "2", 0);
        for (var order : List.of(first, second)) {
            post("/reservations", "{'orderNumber': '%s'}".formatted(order)).then().statusCode(201);
            release(order);
        }
        release(none);

        issue(ring, "3", "")
                .then()
                .statusCode(422)
                .body("code", is("insufficient-stock"))
                .body(
                        "detail",
                        allOf(
                                containsString("Of 12 EA"),
                                containsString("10 are reserved"),
                                containsString("6 for order " + first),
                                containsString("4 for order " + second)));
        issue(ring, "3", none).then().statusCode(422);
        issue(ring, "1", none).then().statusCode(201);
        issue(ring, "8", first)
                .then()
                .statusCode(422)
                .body("detail", containsString("4 are reserved: 4 for order " + second));
        issue(ring, "7", first).then().statusCode(201);
        issue(ring, "1", "").then().statusCode(422);
        issue(ring, "4", second).then().statusCode(201);
    }

    @Test
    void keepsBackNothingThatIsBrokenBlockedOrMissing() {
        var gear = item("GB");
        var ring = item("GR");
        bom(gear, line(10, ring, "2"));
        stock(ring, "10");
        var order = order(gear, "5", 0);
        post("/reservations", "{'orderNumber': '%s'}".formatted(order)).then().statusCode(201);
        var free = "'from': {'location': 'MAIN', 'stockType': 'UNRESTRICTED'}";

        move("SCRAP", ring, free, "2", "'reasonCode': 'CRACK'").then().statusCode(201);
        move(
                        "STOCK_TYPE_CHANGE",
                        ring,
                        free + ", 'to': {'location': 'MAIN', 'stockType': 'BLOCKED'}",
                        "3",
                        "")
                .then()
                .statusCode(201);
        move("ADJUSTMENT", ring, free, "1", "'reasonCode': 'COUNT'").then().statusCode(201);

        issue(ring, "1", "").then().statusCode(422);
        release(order);
        issue(ring, "4", order).then().statusCode(201);
    }

    private String twice(String item, int quantity) {
        var line = need(item, quantity, today.plusDays(3));
        return "{'plant': '1000', 'lines': [%s, %s]}".formatted(line, line);
    }

    private static String need(String item, int quantity, LocalDate on) {
        return "{'itemId': '%s', 'quantity': {'value': '%d', 'unit': 'EA'}, 'requiredOn': '%s'}"
                .formatted(item, quantity, on);
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
