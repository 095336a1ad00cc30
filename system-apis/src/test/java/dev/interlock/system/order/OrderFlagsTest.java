package dev.interlock.system.order;

import static dev.interlock.system.Calls.fresh;
import static dev.interlock.system.Calls.get;
import static dev.interlock.system.Calls.post;
import static dev.interlock.system.Masters.bom;
import static dev.interlock.system.Masters.item;
import static dev.interlock.system.Masters.line;
import static dev.interlock.system.Masters.order;
import static dev.interlock.system.Masters.orderOf;
import static dev.interlock.system.Masters.release;
import static dev.interlock.system.Masters.routing;
import static dev.interlock.system.Masters.stock;
import static dev.interlock.system.Masters.workCenter;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.interlock.system.AsErp;
import dev.interlock.system.Masters;
import dev.interlock.system.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What an order says about itself, so that nobody has to ask around.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@AsErp
class OrderFlagsTest {
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Berlin"));

    @BeforeEach
    void masters() {
        Masters.plants();
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
}
