package dev.interlock.system.purchase;

import static dev.interlock.system.Calls.get;
import static dev.interlock.system.Purchasing.announce;
import static dev.interlock.system.Purchasing.answer;
import static dev.interlock.system.Purchasing.decide;
import static dev.interlock.system.Purchasing.getAs;
import static dev.interlock.system.Purchasing.ordered;
import static dev.interlock.system.Purchasing.postAs;
import static dev.interlock.system.Purchasing.shipment;
import static dev.interlock.system.Purchasing.shipped;
import static dev.interlock.system.Purchasing.supplied;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import dev.interlock.system.AsErp;
import dev.interlock.system.AsPartnerTier;
import dev.interlock.system.Masters;
import dev.interlock.system.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// An order from both sides: the supplier answers and ships, the buyer decides and receives, and
/// another supplier learns nothing of either.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SupplierSideTest {
    private static String order = "";
    private static String acknowledgement = "";
    private static String shipment = "";

    @Test
    @Order(1)
    @AsErp
    void theBuyerOrders() {
        Masters.plants();
        order = ordered("ACME", supplied("ACME", false, false), supplied("ACME", false, false));
    }

    @Test
    @Order(2)
    @AsPartnerTier
    void theSupplierAnswersAndDecidesNothing() {
        var path = "/purchase-orders/" + order;
        var change = answer(10, "RESCHEDULE", ", 'deliveryOn': '2026-12-24'");
        acknowledgement =
                postAs("ACME", path + "/acknowledgements", "{'lines': [%s]}".formatted(change))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("acknowledgementId");

        var accept = "{'decisions': [{'line': 10, 'decision': 'ACCEPT'}]}";
        postAs("ACME", path + "/acknowledgements/" + acknowledgement + "/decisions", accept)
                .then()
                .statusCode(403)
                .body("code", is("insufficient-scope"));
        postAs("ACME", path + "/cancellations", "{}").then().statusCode(403);
        postAs("ACME", path + "/closures", "{}").then().statusCode(403);
        getAs("ACME", path + "/acknowledgements")
                .then()
                .body("items.acknowledgementId", contains(acknowledgement));
    }

    @Test
    @Order(3)
    @AsPartnerTier
    void theSupplierAnnouncesAndReceivesNothing() {
        shipment =
                postAs("ACME", "/shipments", shipment(order, shipped(20, "10", "")))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("shipmentId");

        var path = "/shipments/" + shipment;
        postAs("ACME", path + "/departures", "{}").then().statusCode(200);
        postAs("ACME", path + "/arrivals", "{}").then().statusCode(403);
        postAs("ACME", path + "/receipts", "{}").then().statusCode(403);
        getAs("ACME", "/shipments?orderNumber=" + order)
                .then()
                .body("items.shipmentId", contains(shipment));
    }

    @Test
    @Order(4)
    @AsPartnerTier
    void anotherSupplierLearnsNothing() {
        var line = "{'lines': [%s]}".formatted(answer(20, "ACCEPT", ""));
        var path = "/purchase-orders/%s/acknowledgements";

        unknown(getAs("BOREALIS", path.formatted(order)), getAs("BOREALIS", path.formatted("NO")));
        unknown(
                postAs("BOREALIS", path.formatted(order), line),
                postAs("BOREALIS", path.formatted("NO"), line));
        unknown(
                getAs("BOREALIS", path.formatted(order) + "/" + acknowledgement),
                getAs("BOREALIS", path.formatted(order) + "/0"));
        unknown(getAs("BOREALIS", "/shipments/" + shipment), getAs("BOREALIS", "/shipments/NO"));
        unknown(
                postAs("BOREALIS", "/shipments/" + shipment + "/cancellations", "{'reason': 'x'}"),
                postAs("BOREALIS", "/shipments/NO/cancellations", "{'reason': 'x'}"));
        getAs("BOREALIS", "/shipments?orderNumber=" + order).then().body("items", empty());
        getAs("BOREALIS", "/shipments?supplierId=ACME").then().body("items", empty());

        var foreign = postAs("BOREALIS", "/shipments", shipment(order, shipped(20, "1", "")));
        var absent = postAs("BOREALIS", "/shipments", shipment("NO", shipped(20, "1", "")));
        foreign.then().statusCode(422);
        assertThat(shape(foreign, order)).isEqualTo(shape(absent, "NO"));
    }

    @Test
    @Order(5)
    @AsErp
    void theBuyerDecides() {
        decide(order, acknowledgement, "{'line': 10, 'decision': 'ACCEPT'}").then().statusCode(200);
        announce(order, shipped(10, "100", "")).then().statusCode(201);
        get("/purchase-orders/" + order)
                .then()
                .body("lines.state", contains("SHIPPED", "PARTIALLY_SHIPPED"))
                .body("lines[0].confirmedOn", is("2026-12-24"));
    }

    /// The same answer but for the id that was asked for.
    private static void unknown(Response foreign, Response absent) {
        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(absent.statusCode()).isEqualTo(404);
        assertThat(foreign.<String>path("code")).isEqualTo(absent.path("code"));
        assertThat(foreign.<String>path("title")).isEqualTo(absent.path("title"));
        assertThat(foreign.jsonPath().getMap("").keySet())
                .isEqualTo(absent.jsonPath().getMap("").keySet());
    }

    private static String shape(Response answer, String id) {
        return answer.jsonPath().getString("violations").replace(id, "?")
                + answer.jsonPath().getString("detail").replace(id, "?");
    }
}
