package dev.interlock.system;

import static dev.interlock.system.Calls.fresh;
import static dev.interlock.system.Calls.json;
import static dev.interlock.system.Calls.post;
import static dev.interlock.system.Calls.put;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;

/// Buying, as many tests need it.
public final class Purchasing {
    private Purchasing() {}

    /// An item that a supplier is approved for, kept in lots or not, with serial numbers or not.
    public static String supplied(String supplier, boolean lots, boolean serials) {
        var item = fresh("BR");
        put(
                        "/items/" + item,
                        """
                        {'description': 'Bearing', 'type': 'COMPONENT', 'baseUnit': 'EA', 'makeOrBuy': 'BUY', 'usageStatus': 'ACTIVE',
                         'batchManaged': %s, 'serialManaged': %s, 'plants': [{'plant': '1000', 'supplyLocation': 'MAIN'}]}
                        """
                                .formatted(lots, serials))
                .then()
                .statusCode(201);
        put(
                        "/items/" + item + "/suppliers",
                        "{'suppliers': [{'supplierId': '%s', 'supplierItemId': 'X-1', 'status': 'APPROVED'}]}"
                                .formatted(supplier))
                .then()
                .statusCode(201);
        return item;
    }

    /// An order of 100 pieces of each item, on lines 10, 20, …
    public static String ordered(String supplier, String... items) {
        var number = fresh("45");
        var lines = new StringBuilder();
        for (var i = 0; i < items.length; i++) {
            lines.append(i == 0 ? "" : ", ")
                    .append(
                            "{'line': %d, 'itemId': '%s', 'quantity': {'value': '100', 'unit': 'EA'}, 'requestedOn': '2026-12-01'}"
                                    .formatted(10 * (i + 1), items[i]));
        }
        post(
                        "/purchase-orders",
                        "{'orderNumber': '%s', 'supplierId': '%s', 'plant': '1000', 'currency': 'EUR', 'orderedOn': '2026-11-01', 'lines': [%s]}"
                                .formatted(number, supplier, lines))
                .then()
                .statusCode(201);
        return number;
    }

    /// `lines` without the brackets around them.
    public static Response acknowledge(String order, String lines) {
        return post(
                "/purchase-orders/" + order + "/acknowledgements",
                "{'lines': [%s]}".formatted(lines));
    }

    /// `more` are further members, each after a comma.
    public static String answer(int line, String response, String more) {
        return "{'line': %d, 'response': '%s'%s}".formatted(line, response, more);
    }

    public static String pieces(String value) {
        return "{'value': '%s', 'unit': 'EA'}".formatted(value);
    }

    public static Response decide(String order, String acknowledgement, String decisions) {
        return post(
                "/purchase-orders/%s/acknowledgements/%s/decisions"
                        .formatted(order, acknowledgement),
                "{'decisions': [%s]}".formatted(decisions));
    }

    public static Response announce(String order, String lines) {
        return post("/shipments", shipment(order, lines));
    }

    public static String announced(String order, String lines) {
        return announce(order, lines)
                .then()
                .statusCode(201)
                .body("status", is("ANNOUNCED"))
                .extract()
                .path("shipmentId");
    }

    public static String shipment(String order, String lines) {
        return "{'orderNumber': '%s', 'lines': [%s], 'carrier': 'DHL', 'expectedAt': '2026-12-01T08:00:00Z'}"
                .formatted(order, lines);
    }

    public static String shipped(int line, String pieces, String more) {
        return "{'line': %d, 'quantity': %s%s}".formatted(line, pieces(pieces), more);
    }

    /// Does it: departures, arrivals, receipts, cancellations.
    public static ValidatableResponse step(String shipment, String step, String body) {
        return post("/shipments/%s/%s".formatted(shipment, step), body).then();
    }

    /// Takes an announced shipment to the plant's gate.
    public static void bring(String shipment) {
        step(shipment, "departures", "{}").statusCode(200);
        step(shipment, "arrivals", "{}").statusCode(200);
    }

    public static Response getAs(String supplier, String path) {
        return given().header("Interlock-Supplier", supplier).get("/system/v1" + path);
    }

    public static Response postAs(String supplier, String path, String body) {
        return json(body)
                .header("Interlock-Supplier", supplier)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/system/v1" + path);
    }
}
