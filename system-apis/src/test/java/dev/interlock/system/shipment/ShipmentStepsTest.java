package dev.interlock.system.shipment;

import static dev.interlock.system.Calls.get;
import static dev.interlock.system.Calls.post;
import static dev.interlock.system.Purchasing.announce;
import static dev.interlock.system.Purchasing.announced;
import static dev.interlock.system.Purchasing.bring;
import static dev.interlock.system.Purchasing.ordered;
import static dev.interlock.system.Purchasing.shipped;
import static dev.interlock.system.Purchasing.step;
import static dev.interlock.system.Purchasing.supplied;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import dev.interlock.system.AsErp;
import dev.interlock.system.Masters;
import dev.interlock.system.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Shipments on their way, and what they keep from happening.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@AsErp
class ShipmentStepsTest {
    @BeforeEach
    void masters() {
        Masters.plants();
    }

    @Test
    void goOneStepAfterTheOther() {
        var id = announced(ordered("ACME", supplied("ACME", false, false)), shipped(10, "5", ""));

        step(id, "receipts", "{}")
                .statusCode(409)
                .body("state", is("ANNOUNCED"))
                .body("allowed", contains("ARRIVED"));
        step(id, "arrivals", "{}").statusCode(409);
        step(id, "departures", "{'departedAt': '2026-11-20T08:00:00Z'}").statusCode(200);
        step(id, "arrivals", "{'arrivedAt': '2026-11-19T08:00:00Z'}").statusCode(422);
        step(id, "cancellations", "{}")
                .statusCode(422)
                .body("violations.code", contains("reason-needed"));
        step(id, "cancellations", "{'reason': 'lost at sea'}")
                .statusCode(200)
                .body("cancelReason", is("lost at sea"));
        step(id, "departures", "{}").statusCode(409).body("state", is("CANCELLED"));
        step("SH-1", "departures", "{}").statusCode(404);
    }

    @Test
    void doNotLeaveWhileAHoldKeepsTheSupplierFromShipping() {
        var order = ordered("BOREALIS", supplied("BOREALIS", false, false));
        var id = announced(order, shipped(10, "5", ""));
        var hold =
                post(
                                "/holds",
                                "{'scope': 'SUPPLIER', 'target': 'BOREALIS', 'reason': 'audit',"
                                        + " 'effects': {'ship': true}}")
                        .<String>path("holdId");

        announce(order, shipped(10, "5", ""))
                .then()
                .statusCode(422)
                .body("violations.code", contains("on-hold"));
        step(id, "departures", "{}").statusCode(422).body("violations.code", contains("on-hold"));

        post("/holds/" + hold + "/releases", "{}").then().statusCode(200);
        step(id, "departures", "{}").statusCode(200);
    }

    @Test
    void keepTheirOrderFromBeingEnded() {
        var order = ordered("ACME", supplied("ACME", false, false));
        var id = announced(order, shipped(10, "40", ""));

        post("/purchase-orders/" + order + "/cancellations", "{}")
                .then()
                .statusCode(409)
                .body("state", is("PARTIALLY_SHIPPED"))
                .body("allowed", hasItem("CONFIRMED"));
        post("/purchase-orders/" + order + "/closures", "{}")
                .then()
                .statusCode(409)
                .body("code", is("conflict"));
        bring(id);
        step(id, "receipts", "{}").statusCode(200);

        post("/purchase-orders/" + order + "/closures", "{'reason': 'enough'}")
                .then()
                .statusCode(200)
                .body("status", is("CLOSED"));
        announce(order, shipped(10, "1", "")).then().statusCode(409).body("state", is("CLOSED"));
    }

    @Test
    void areListedInTheOrderTheyWereAnnounced() {
        var order = ordered("ACME", supplied("ACME", false, false));
        var first = announced(order, shipped(10, "1", ""));
        var second = announced(order, shipped(10, "2", ""));
        step(second, "departures", "{}").statusCode(200);

        var page = get("/shipments?limit=1&supplierId=ACME&orderNumber=" + order);
        page.then().body("items.shipmentId", contains(first));
        get("/shipments?orderNumber=" + order + "&cursor=" + page.path("nextCursor"))
                .then()
                .body("items.shipmentId", contains(second));
        get("/shipments?status=IN_TRANSIT&orderNumber=" + order).then().body("items", hasSize(1));
        get("/shipments?status=LOST").then().statusCode(400);
        get("/shipments/" + first).then().statusCode(200).header("ETag", "\"1\"");
    }
}
