package dev.interlock.system.shipment;

import static dev.interlock.system.Calls.get;
import static dev.interlock.system.Calls.post;
import static dev.interlock.system.Purchasing.acknowledge;
import static dev.interlock.system.Purchasing.announce;
import static dev.interlock.system.Purchasing.announced;
import static dev.interlock.system.Purchasing.answer;
import static dev.interlock.system.Purchasing.bring;
import static dev.interlock.system.Purchasing.ordered;
import static dev.interlock.system.Purchasing.pieces;
import static dev.interlock.system.Purchasing.shipped;
import static dev.interlock.system.Purchasing.step;
import static dev.interlock.system.Purchasing.supplied;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import dev.interlock.system.AsErp;
import dev.interlock.system.Masters;
import dev.interlock.system.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@AsErp
class ShipmentsTest {
    @Inject Jdbi jdbi;
    @Inject ShipmentSettings settings;

    @BeforeEach
    void masters() {
        Masters.plants();
    }

    @Test
    void bringLotsIntoInspectionStock() {
        var bearing = supplied("ACME", true, false);
        var order = ordered("ACME", bearing);
        var id =
                announced(
                        order,
                        shipped(10, "30", ", 'lot': 'L-1'")
                                + ","
                                + shipped(10, "10", ", 'lot': 'L-2'"));

        of(order).body("status", is("PARTIALLY_SHIPPED")).body("lines[0].shipped.value", is("40"));
        step(id, "departures", "{'trackingNumber': 'T-1'}")
                .statusCode(200)
                .body("status", is("IN_TRANSIT"))
                .body("trackingNumber", is("T-1"));
        step(id, "arrivals", "{}").statusCode(200).body("status", is("ARRIVED"));
        step(id, "receipts", "{}")
                .statusCode(200)
                .header("ETag", "\"4\"")
                .body("status", is("RECEIVED"))
                .body("lines.received.value", contains("30", "10"));

        of(order)
                .body("status", is("PARTIALLY_RECEIVED"))
                .body("lines[0].received.value", is("40"));
        get("/balances?itemId=" + bearing)
                .then()
                .body("items.lot", contains("L-1", "L-2"))
                .body("items.location", contains("MAIN", "MAIN"))
                .body("items[0].stockType", is("QUALITY_INSPECTION"))
                .body("items[0].quantity.value", is("30"));
        get("/movements?purchaseOrderNumber=" + order)
                .then()
                .body("items.type", contains("RECEIPT", "RECEIPT"))
                .body("items.purchaseOrderLine", contains(10, 10));
        assertThat(owner(bearing, "L-1")).isEqualTo("ACME");
        assertThat(facts("shipment/" + id))
                .isEqualTo(
                        "supplier.shipment.announced, supplier.shipment.changed,"
                                + " supplier.shipment.changed, supplier.shipment.changed");
        assertThat(facts("purchase-order/" + order))
                .isEqualTo(
                        "erp.purchase-order.issued, erp.purchase-order.changed,"
                                + " erp.purchase-order.changed, erp.purchase-order.received,"
                                + " erp.purchase-order.received");
    }

    @Test
    void areCountedAtTheGate() {
        var bearing = supplied("ACME", true, false);
        var order = ordered("ACME", bearing, bearing);
        var id =
                announced(
                        order,
                        shipped(10, "40", ", 'lot': 'L-1'")
                                + ","
                                + shipped(20, "20", ", 'lot': 'L-2'"));
        bring(id);

        step(
                        id,
                        "receipts",
                        "{'location': 'DOCK', 'stockType': 'UNRESTRICTED', 'lines': [{'line': 20, 'quantity': %s, 'lot': 'L-9'}]}"
                                .formatted(pieces("22")))
                .statusCode(200)
                .body("lines.received.value", contains("0", "22"))
                .body("lines.receivedLot", contains("L-1", "L-9"));

        of(order)
                .body("lines.received.value", contains("0", "22"))
                .body("lines.state", contains("PARTIALLY_SHIPPED", "PARTIALLY_RECEIVED"));
        get("/balances?itemId=" + bearing)
                .then()
                .body("items.lot", contains("L-9"))
                .body("items.location", contains("DOCK"))
                .body("items.stockType", contains("UNRESTRICTED"));
        step(id, "receipts", "{}").statusCode(409).body("state", is("RECEIVED"));
    }

    @Test
    void leaveNothingHalfDone() {
        var bearing = supplied("ACME", false, false);
        var order = ordered("ACME", bearing, supplied("ACME", false, false));
        var id = announced(order, shipped(10, "40", "") + "," + shipped(20, "20", ""));
        bring(id);

        step(
                        id,
                        "receipts",
                        "{'lines': [{'line': 10, 'quantity': %s}, {'line': 20, 'quantity': %s, 'lot': 'L-1'}, {'line': 30, 'quantity': %s}, {'line': 10, 'quantity': %s}]}"
                                .formatted(pieces("111"), pieces("1.5"), pieces("1"), pieces("-1")))
                .statusCode(422)
                .body(
                        "violations.code",
                        hasItems(
                                "no-lot",
                                "unknown-line",
                                "duplicate",
                                "not-negative",
                                "whole-number"));
        step(
                        id,
                        "receipts",
                        "{'lines': [{'line': 10, 'quantity': %s}, {'line': 20, 'quantity': %s}]}"
                                .formatted(pieces("111"), pieces("20")))
                .statusCode(422)
                .body("violations.code", contains("over-delivery"));

        get("/shipments/" + id).then().body("status", is("ARRIVED"));
        get("/balances?itemId=" + bearing).then().body("items", empty());
        of(order).body("lines.received.value", contains("0", "0"));
        step(id, "receipts", "{}").statusCode(200);
        of(order).body("lines.received.value", contains("40", "20"));
    }

    @Test
    void areNoMoreThanTheOrderTakesAndItsTolerance() {
        var order = ordered("ACME", supplied("ACME", false, false));
        assertThat(settings.overDeliveryPercent()).isEqualByComparingTo("10");

        announce(order, shipped(10, "111", ""))
                .then()
                .statusCode(422)
                .body("violations.code", contains("over-delivery"));
        var id = announced(order, shipped(10, "60", ""));
        announce(order, shipped(10, "51", "")).then().statusCode(422);
        announced(order, shipped(10, "50", ""));
        of(order).body("status", is("SHIPPED"));
        announce(order, shipped(10, "1", "")).then().statusCode(422);

        step(id, "cancellations", "{}").statusCode(200).body("status", is("CANCELLED"));
        of(order).body("status", is("PARTIALLY_SHIPPED")).body("lines[0].shipped.value", is("50"));
        announced(order, shipped(10, "60", ""));
    }

    @Test
    void fitWhatWasAgreedAndNotWhatWasOrdered() {
        var order = ordered("ACME", supplied("ACME", false, false));
        var change = ", 'quantity': " + pieces("80");
        var id =
                acknowledge(order, answer(10, "ACCEPT_WITH_CHANGE", change))
                        .<String>path("acknowledgementId");

        announce(order, shipped(10, "10", ""))
                .then()
                .statusCode(422)
                .body("violations.code", contains("awaiting-decision"));
        post(
                "/purchase-orders/%s/acknowledgements/%s/decisions".formatted(order, id),
                "{'decisions': [{'line': 10, 'decision': 'ACCEPT'}]}");
        announce(order, shipped(10, "89", "")).then().statusCode(422);

        var shipment = announced(order, shipped(10, "80", ""));
        of(order).body("status", is("SHIPPED"));
        bring(shipment);
        step(shipment, "receipts", "{}").statusCode(200);
        of(order).body("status", is("RECEIVED"));
    }

    @Test
    void nameLotsAndSerialsWhereTheItemIsKeptByThem() {
        var lots = supplied("ACME", true, false);
        var serials = supplied("ACME", false, true);
        var order = ordered("ACME", lots, serials);

        announce(
                        order,
                        String.join(
                                ",",
                                shipped(10, "10", ""),
                                shipped(10, "0", ", 'lot': 'L-1', 'serials': ['S-1']"),
                                shipped(20, "2", ", 'lot': 'L-1', 'serials': ['S-1']"),
                                shipped(20, "1.5", ", 'serials': ['S-1', 'S-1']"),
                                shipped(20, "1.5", ""),
                                shipped(30, "1", "")))
                .then()
                .statusCode(422)
                .body(
                        "violations.code",
                        hasItems(
                                "lot-needed",
                                "positive",
                                "no-serials",
                                "no-lot",
                                "serial-count",
                                "duplicate",
                                "whole-number",
                                "unknown-line"));
        announce("NO-SUCH", shipped(10, "1", ""))
                .then()
                .statusCode(422)
                .body("violations.code", contains("unknown-purchase-order"));
        var id = announced(order, shipped(20, "2", ", 'serials': ['S-1', 'S-2']"));
        announce(order, shipped(20, "1", ", 'serials': ['S-2']"))
                .then()
                .statusCode(422)
                .body("violations.code", contains("serial-shipped"));
        step(id, "cancellations", "{}").statusCode(200);
        announced(order, shipped(20, "1", ", 'serials': ['S-2']"));
    }

    private static ValidatableResponse of(String order) {
        return get("/purchase-orders/" + order).then().statusCode(200);
    }

    private String owner(String item, String lot) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT supplier_id FROM lot WHERE item_id = :item AND lot = :lot")
                        .bind("item", item)
                        .bind("lot", lot)
                        .mapTo(String.class)
                        .one());
    }

    private String facts(String key) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT string_agg(type, ', ' ORDER BY sequence) FROM outbox WHERE"
                                        + " ordering_key = :key")
                        .bind("key", key)
                        .mapTo(String.class)
                        .one());
    }
}
