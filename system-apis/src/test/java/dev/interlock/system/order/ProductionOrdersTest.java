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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@AsErp
class ProductionOrdersTest {
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
                        + phantom(40, kit, "3"));
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
                .body("items.load", contains("PT8H", "PT8H", "PT16H"))
                .body("items[0].capacity", is("PT8H"));
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
    void areLeftAloneWhereTheyAreNotWhatTheCallerTookThemFor() {
        var gear = item("GB");
        bom(gear, line(10, item("GR"), "1"));
        var order = order(gear, "5", 3);
        var path = "/production-orders/" + order;

        post(
                        path + "/revision-changes",
                        "{'revision': 'A', 'expected': {'lifecycle': 'CREATED', 'revision': 'B'}}")
                .then()
                .statusCode(409)
                .body("code", is("wrong-state"))
                .body("state", is("at revision A"))
                .body("allowed", contains("at revision B"));
        release(order);
        var asCreated = "'expected': {'lifecycle': 'CREATED', 'revision': 'A'}}";
        post(path + "/locks", "{'reason': 'ECO-1', " + asCreated)
                .then()
                .statusCode(409)
                .body("state", is("RELEASED"));
        post(path + "/revision-changes", "{'revision': 'A', " + asCreated).then().statusCode(409);
        get(path).then().body("lifecycle", is("RELEASED")).body("flags", not(hasItem("LOCKED")));
    }

    @Test
    void areFoundByWhatTheyAreMadeOfAndThePhantomsThatItCameOutOf() {
        var gear = item("GB");
        var kit = item("KIT");
        var set = item("SET");
        var ring = item("GR");
        bom(set, line(10, ring, "1"));
        bom(kit, phantom(10, set, "2"));
        bom(gear, phantom(10, kit, "1") + ", " + line(20, item("HS"), "1"));
        var order = order(gear, "5", 3);

        get("/production-orders/" + order)
                .then()
                .body("components[0].itemId", is(ring))
                .body("components[0].phantoms", contains(kit, set))
                .body("components[1].phantoms", is(empty()));
        get("/production-orders?componentId=" + ring)
                .then()
                .body("items.orderNumber", contains(order));
        get("/production-orders?componentId=" + kit).then().body("items", is(empty()));
        get("/production-orders?phantomId=" + set)
                .then()
                .body("items.orderNumber", contains(order));
        get("/items/" + kit + "/dossier")
                .then()
                .body("productionOrders", is(empty()))
                .body("phantomOrders.orderNumber", contains(order));
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

    private static String lots(int position, String lot, String quantity) {
        return "{'position': %d, 'lots': [{'lot': '%s', 'quantity': {'value': '%s', 'unit': 'EA'}}]}"
                .formatted(position, lot, quantity);
    }

    private static String phantom(int position, String component, String quantity) {
        return line(position, component, quantity, "EA", ", 'phantom': true");
    }
}
