package dev.interlock.system.dossier;

import static dev.interlock.system.Calls.fresh;
import static dev.interlock.system.Calls.get;
import static dev.interlock.system.Calls.post;
import static dev.interlock.system.Calls.put;
import static dev.interlock.system.Masters.bom;
import static dev.interlock.system.Masters.item;
import static dev.interlock.system.Masters.line;
import static dev.interlock.system.Masters.order;
import static dev.interlock.system.Masters.routing;
import static dev.interlock.system.Masters.stock;
import static dev.interlock.system.Masters.workCenter;
import static dev.interlock.system.Purchasing.ordered;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.interlock.system.AsErp;
import dev.interlock.system.Masters;
import dev.interlock.system.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@AsErp
class ItemDossiersTest {
    @BeforeEach
    void masters() {
        Masters.plants();
    }

    @Test
    void tellEverythingThatAChangeOfAnItemMeets() {
        var gear = item("GB");
        var bearing = item("BR");
        var seal = item("SL");
        put(
                "/items/" + bearing + "/revisions/B",
                "{'status': 'IN_WORK', 'effectivity': {'kind': 'IMMEDIATE'}}");
        bom(gear, line(10, bearing, "2") + "," + line(20, seal, "1"));
        var center = workCenter("PT8H");
        routing(gear, center, "PT1H", "PT3H");
        supplied(gear, "ACME");
        var bought = ordered("ACME", gear);
        stock(gear, "7");
        var made = order(gear, "5", 4);

        get("/items/" + gear + "/dossier?revision=A&plant=1000&plant=2000")
                .then()
                .statusCode(200)
                .body("item.itemId", is(gear))
                .body("revisions.revision", contains("A"))
                .body("suppliers.supplierId", contains("ACME"))
                .body("purchaseOrders.orderNumber", contains(bought))
                .body("productionOrders.orderNumber", contains(made))
                .body("balances.quantity.value", contains("7"))
                .body("structures.plant", contains("1000", "2000"))
                .body("structures[0].bom.lines", hasSize(2))
                .body("structures[0].routing.operations", hasSize(2))
                .body("structures[1].bom", nullValue())
                .body("structures[1].routing", nullValue())
                .body("components.itemId", containsInAnyOrder(bearing, seal))
                .body(
                        "componentRevisions.collect { it.itemId + '/' + it.revision }",
                        containsInAnyOrder(bearing + "/A", bearing + "/B", seal + "/A"))
                .body("workCenters.workCenterId", contains(center));
    }

    @Test
    void leaveOutOrdersThatAreOver() {
        var seal = item("SL");
        supplied(seal, "ACME");
        var cancelled = ordered("ACME", seal);
        var open = ordered("ACME", seal);
        cancel("/purchase-orders/" + cancelled);
        var made = order(seal, "5", 4);
        cancel("/production-orders/" + order(seal, "5", 4));

        get("/items/" + seal + "/dossier")
                .then()
                .statusCode(200)
                .body("purchaseOrders.orderNumber", contains(open))
                .body("productionOrders.orderNumber", contains(made));
    }

    @Test
    void tellNoStructureWhereNoRevisionIsNamed() {
        var gear = item("GB");
        bom(gear, line(10, item("BR"), "2"));

        get("/items/" + gear + "/dossier?plant=1000")
                .then()
                .statusCode(200)
                .body("structures", empty())
                .body("components", empty())
                .body("workCenters", empty());
    }

    @Test
    void areUnknownWhereTheItemIs() {
        get("/items/" + fresh("GB") + "/dossier").then().statusCode(404);
    }

    @Test
    void nameWhatIsWrongWithTheQuestion() {
        get("/items/" + item("GB") + "/dossier?revision=A&plant=no plant")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("?plant"));
    }

    @Test
    @TestSecurity(user = "planner", permissions = "item:read")
    void needTheScopesOfAllThatTheyTell() {
        get("/items/GB-4711/dossier").then().statusCode(403);
    }

    private static void supplied(String item, String supplier) {
        put(
                        "/items/" + item + "/suppliers",
                        "{'suppliers': [{'supplierId': '%s', 'status': 'APPROVED'}]}"
                                .formatted(supplier))
                .then()
                .statusCode(201);
    }

    private static void cancel(String order) {
        post(order + "/cancellations", "{}").then().statusCode(200);
    }
}
