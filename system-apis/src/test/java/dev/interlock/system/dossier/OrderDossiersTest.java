package dev.interlock.system.dossier;

import static dev.interlock.system.Calls.fresh;
import static dev.interlock.system.Calls.get;
import static dev.interlock.system.Calls.post;
import static dev.interlock.system.Calls.put;
import static dev.interlock.system.Masters.bom;
import static dev.interlock.system.Masters.item;
import static dev.interlock.system.Masters.line;
import static dev.interlock.system.Masters.move;
import static dev.interlock.system.Masters.operation;
import static dev.interlock.system.Masters.order;
import static dev.interlock.system.Masters.orderOf;
import static dev.interlock.system.Masters.routing;
import static dev.interlock.system.Masters.workCenter;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.interlock.system.AsErp;
import dev.interlock.system.Masters;
import dev.interlock.system.PostgresForTests;
import dev.interlock.system.Purchasing;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@AsErp
class OrderDossiersTest {
    @BeforeEach
    void masters() {
        Masters.plants();
    }

    @Test
    void tellEverythingThatStandsAroundAnOrder() {
        var gear = item("GB");
        var oil = item("OL", "KGM", false);
        var bearing = item("BR", "EA", true);
        var plant = item("PL");
        put(
                        "/items/" + oil + "/unit-conversions",
                        "{'conversions': [{'unit': 'GRM', 'numerator': 1, 'denominator': 1000}]}")
                .then()
                .statusCode(201);
        bom(gear, line(10, oil, "500", "GRM", "") + "," + line(20, bearing, "2"));
        bom(plant, line(10, gear, "1"));
        var center = workCenter("PT8H");
        routing(gear, center, "PT1H", "PT3H");
        move(
                "RECEIPT",
                bearing,
                "'to': {'location': 'MAIN', 'stockType': 'UNRESTRICTED'}",
                "20",
                "'lot': 'L-1'");
        var salesOrder = fresh("SO");
        put("/sales-orders/" + salesOrder, "{'customer': 'Wind', 'status': 'ON_HOLD'}");
        var number = fresh("PO");
        post(
                "/production-orders",
                orderOf(number, gear, "5", 4)
                        .replaceFirst("\\{", "{'salesOrderNumber': '" + salesOrder + "', "));
        post(
                "/production-orders/" + number + "/lot-assignments",
                "{'position': 20, 'lots': [{'lot': 'L-1', 'quantity': {'value': '10', 'unit':"
                        + " 'EA'}}]}");
        var sub = fresh("PO");
        post(
                "/production-orders",
                orderOf(sub, bearing, "5", 2)
                        .replaceFirst("\\{", "{'parentOrderNumber': '" + number + "', "));
        hold("LOT", bearing + "/L-1");
        hold("LOT", bearing + "/L-2");
        hold("ITEM", plant);
        hold("ORDER", number);
        hold("ITEM", gear);

        get("/production-orders/" + number + "/dossier")
                .then()
                .statusCode(200)
                .body("order.orderNumber", is(number))
                .body("items.itemId", containsInAnyOrder(gear, oil, bearing))
                .body("revisions.revision", contains("A"))
                .body("usedIn", contains(plant))
                .body("bom.lines", hasSize(2))
                .body("routing.operations", hasSize(2))
                .body("conversions.itemId", contains(oil))
                .body("conversions[0].conversions.unit", contains("GRM"))
                .body("workCenters.workCenterId", contains(center))
                .body("loads[0].workCenterId", is(center))
                .body("loads[0].capacity", is("PT8H"))
                .body("balances.lot", contains("L-1"))
                .body("availability.itemId", contains(oil, bearing))
                .body("availability.shortage.value", contains("2.5", "10"))
                .body("holds.target", containsInAnyOrder(bearing + "/L-1", number, gear))
                .body("subOrders.orderNumber", contains(sub))
                .body("salesOrder.status", is("ON_HOLD"))
                .body("timeZone", is("Europe/Berlin"));
    }

    /// A plant that takes apart what another puts together is no loop.
    @Test
    void tellWhatTheItemGoesIntoInThePlantOfTheOrder() {
        var gear = item("GB");
        var unit = item("UN");
        bom(unit, line(10, gear, "1"));
        var kit = item("KI");
        bom(gear, line(10, kit, "1"));
        put("/items/" + kit + "/revisions/A/boms/2000", Masters.bomOf(line(10, gear, "1")))
                .then()
                .statusCode(201);

        get("/production-orders/" + order(gear, "5", 4) + "/dossier")
                .then()
                .statusCode(200)
                .body("usedIn", contains(unit));
    }

    /// That nobody has looked stays true: reading changes nothing.
    @Test
    void lookForMaterialAndLeaveNoFlag() {
        var gear = item("GB");
        bom(gear, line(10, item("SL"), "3"));
        routing(gear, workCenter("PT8H"), "PT1H", "PT1H");
        var number = fresh("PO");
        post("/production-orders", orderOf(number, gear, "2", 4));

        get("/production-orders/" + number + "/dossier")
                .then()
                .statusCode(200)
                .body("availability.shortage.value", contains("6"))
                .body("order.flags", contains("AVAILABILITY_NOT_CHECKED"));

        get("/production-orders/" + number)
                .then()
                .body("flags", contains("AVAILABILITY_NOT_CHECKED"));
    }

    @Test
    void tellWhoseALotIs() {
        var gear = item("GB");
        var bearing = Purchasing.supplied("BOREALIS", true, false);
        bom(gear, line(10, bearing, "2"));
        var purchase = Purchasing.ordered("BOREALIS", bearing);
        move(
                "RECEIPT",
                bearing,
                "'to': {'location': 'MAIN', 'stockType': 'UNRESTRICTED'}",
                "20",
                "'lot': 'L-1', 'purchaseOrderNumber': '" + purchase + "'");
        var number = order(gear, "5", 4);
        post(
                "/production-orders/" + number + "/lot-assignments",
                "{'position': 10, 'lots': [{'lot': 'L-1', 'quantity': {'value': '10', 'unit':"
                        + " 'EA'}}]}");

        get("/production-orders/" + number + "/dossier")
                .then()
                .statusCode(200)
                .body("balances.supplierId", contains("BOREALIS"));
    }

    @Test
    void tellTheReservationThatStands() {
        var number = order(item("GB"), "5", 4);
        get("/production-orders/" + number + "/dossier").then().body("reservation", nullValue());
        var reservation =
                post("/reservations", "{'orderNumber': '" + number + "'}")
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("reservationId");

        get("/production-orders/" + number + "/dossier")
                .then()
                .statusCode(200)
                .body("reservation.reservationId", is(reservation))
                .body("reservation.status", is("OPEN"));
    }

    @Test
    void tellTheLoadOfEachDayOfAnOperationAndOfNoOther() {
        var gear = item("GB");
        var center = workCenter("PT8H");
        routing(
                gear,
                operation(10, center, "PT0S", "PT4H", "")
                        + ","
                        + operation(20, workCenter("PT8H"), "PT0S", "PT8H", "")
                        + ","
                        + operation(30, center, "PT0S", "PT4H", ""));
        var number = longOrder(gear, 4);
        var start = LocalDate.now(ZoneId.of("Europe/Berlin")).plusDays(4);

        get("/production-orders/" + number + "/dossier")
                .then()
                .statusCode(200)
                .body(
                        "loads.findAll { it.workCenterId == '%s' }.on".formatted(center),
                        contains(day(start, 0), day(start, 1), day(start, 6), day(start, 7)));
    }

    @Test
    void tellTheLoadOfOperationsHoweverFarApart() {
        var gear = item("GB");
        routing(gear, workCenter("PT8H"), "PT0S", "PT8H");

        get("/production-orders/" + longOrder(gear, 400) + "/dossier")
                .then()
                .statusCode(200)
                .body("loads", hasSize(800))
                .body("loads.load.unique()", contains("PT8H"));
    }

    private static String longOrder(String item, int quantity) {
        var number = fresh("PO");
        var order =
                new JsonObject(
                        orderOf(number, item, String.valueOf(quantity), 4).replace('\'', '"'));
        order.put(
                "plannedEnd",
                LocalDate.parse(order.getString("plannedStart")).plusDays(900).toString());
        post("/production-orders", order.encode()).then().statusCode(201);
        return number;
    }

    private static String day(LocalDate start, int later) {
        return start.plusDays(later).toString();
    }

    @Test
    void leaveOutWhatIsNotKnown() {
        var number = order(item("GB"), "5", 4);

        get("/production-orders/" + number + "/dossier")
                .then()
                .statusCode(200)
                .body("bom", nullValue())
                .body("routing", nullValue())
                .body("salesOrder", nullValue())
                .body("workCenters", empty())
                .body("balances", empty());
    }

    @Test
    @TestSecurity(user = "planner", permissions = "order:read")
    void needTheScopesOfAllThatTheyTell() {
        get("/production-orders/100001/dossier").then().statusCode(403);
    }

    private static void hold(String scope, String target) {
        post(
                        "/holds",
                        "{'scope': '%s', 'target': '%s', 'reason': 'Wait', 'effects': {'consume': true}}"
                                .formatted(scope, target))
                .then()
                .statusCode(201);
    }
}
