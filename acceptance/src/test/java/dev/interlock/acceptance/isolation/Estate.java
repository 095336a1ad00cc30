package dev.interlock.acceptance.isolation;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// Everything one supplier has at the buyer's: every text in it carries the supplier's canary, no
/// id does, because whoever asks for an id sees it again.
public record Estate(String supplier, String client, List<String> ids, String key) {
    private static final String LINE =
            "{\"line\": 10, \"quantity\": {\"value\": \"4\", \"unit\": \"EA\"}";

    /// How requests are made: to the system tier as a client, to the partner tier as the supplier.
    public interface Gate {
        RequestSpecification system(String client);

        RequestSpecification partner(String client);

        /// Returns the number of a change that adds the item to a product and has reached
        /// everybody; all its texts are the canary.
        String change(String item, String canary);
    }

    public String canary() {
        return canary(supplier);
    }

    private static String canary(String supplier) {
        return "KANARI" + supplier;
    }

    public static Estate of(Gate gate, String supplier, int number) {
        var client = "supplier-" + supplier.toLowerCase(Locale.ROOT);
        var canary = canary(supplier);
        var item = "IS-700" + number;
        var order = "451000" + number;
        var key = "isolation-key-%s-0001".formatted(number);
        var ids = new ArrayList<String>();
        Function<String, RequestSpecification> once =
                with -> gate.system(with).header("Idempotency-Key", key + ids.size());
        ids.add(order);
        done(
                gate.system("erp")
                        .body(
                                """
                                {"description": "%s", "type": "COMPONENT", "baseUnit": "EA", "makeOrBuy": "BUY",
                                 "usageStatus": "ACTIVE", "batchManaged": true, "serialManaged": false,
                                 "plants": [{"plant": "1000", "supplyLocation": "MAIN"}, {"plant": "2000", "supplyLocation": "MAIN"}]}
                                """
                                        .formatted(canary))
                        .put("/system/v1/items/" + item));
        done(
                gate.system("erp")
                        .body(
                                """
                                {"suppliers": [{"supplierId": "%s", "supplierItemId": "%s-7", "preferred": true,
                                 "status": "APPROVED"}]}
                                """
                                        .formatted(supplier, canary))
                        .put("/system/v1/items/%s/suppliers".formatted(item)));
        done(
                gate.system("erp")
                        .body(
                                """
                                {"status": "RELEASED", "effectivity": {"kind": "DATE", "from": "2025-01-01"},
                                 "attributes": {"drawingNumber": "%s", "material": "%s"}, "specificationUrls": []}
                                """
                                        .formatted(canary, canary))
                        .put("/system/v1/items/%s/revisions/A".formatted(item)));
        done(
                once.apply("erp")
                        .body(
                                """
                                {"orderNumber": "%s", "supplierId": "%s", "plant": "1000", "currency": "EUR",
                                 "orderedOn": "2026-11-01", "lines": [{"line": 10, "itemId": "%s",
                                 "quantity": {"value": "40", "unit": "EA"}, "requestedOn": "2026-12-01",
                                 "price": {"amount": "7%d.77", "currency": "EUR"}}]}
                                """
                                        .formatted(order, supplier, item, number))
                        .post("/system/v1/purchase-orders"));
        ids.add(
                made(
                        gate.partner(client)
                                .header("Idempotency-Key", key)
                                .body(
                                        """
                                        {"lines": [{"line": 10, "response": "ACCEPT", "reason": "%s"}]}
                                        """
                                                .formatted(canary))
                                .post(
                                        "/partner/v1/purchase-orders/%s/acknowledgements"
                                                .formatted(order)),
                        "acknowledgementId"));
        ids.add(
                made(
                        gate.partner(client)
                                .header("Idempotency-Key", key)
                                .body(
                                        """
                                        {"orderNumber": "%s", "lines": [%s, "lot": "%s-L"}], "carrier": "%s",
                                         "trackingNumber": "%s", "expectedAt": "2026-12-01T08:00:00Z"}
                                        """
                                                .formatted(order, LINE, canary, canary, canary))
                                .post("/partner/v1/shipments"),
                        "shipmentId"));
        ids.add(notification(gate, once, supplier, item, canary));
        ids.add(gate.change(item, canary));
        ids.add(action(gate, once, client, supplier, item, canary));
        return new Estate(supplier, client, List.copyOf(ids), key);
    }

    private static String notification(
            Gate gate,
            Function<String, RequestSpecification> once,
            String supplier,
            String item,
            String canary) {
        var id =
                made(
                        once.apply("qms")
                                .body(
                                        """
                                        {"type": "ALERT", "supplierId": "%s", "plant": "1000", "title": "%s",
                                         "description": "%s", "severity": "MINOR",
                                         "affected": [{"itemId": "%s", "lot": "%s-L"}]}
                                        """
                                                .formatted(supplier, canary, canary, item, canary))
                                .post("/system/v1/quality-notifications"),
                        "notificationId");
        done(
                gate.system("qms")
                        .header("Idempotency-Key", "isolation-sending-" + supplier)
                        .body("{}")
                        .post("/system/v1/quality-notifications/%s/sendings".formatted(id)));
        return id;
    }

    private static String action(
            Gate gate,
            Function<String, RequestSpecification> once,
            String client,
            String supplier,
            String item,
            String canary) {
        var id =
                made(
                        once.apply("qms")
                                .body(
                                        """
                                        {"supplierId": "%s", "plant": "1000", "itemId": "%s", "lot": "%s-L",
                                         "title": "%s", "description": "%s", "severity": "MAJOR"}
                                        """
                                                .formatted(supplier, item, canary, canary, canary))
                                .post("/system/v1/corrective-actions"),
                        "correctiveActionId");
        var own = "/partner/v1/corrective-actions/" + id;
        done(
                gate.partner(client)
                        .header("Idempotency-Key", "isolation-taken-on-" + supplier)
                        .body("{}")
                        .post(own + "/acknowledgements"));
        done(
                gate.partner(client)
                        .body(
                                "{\"leader\": \"%s\", \"members\": [{\"name\": \"%s\", \"role\": \"%s\"}]}"
                                        .formatted(canary, canary, canary))
                        .put(own + "/disciplines/D1"));
        done(
                gate.partner(client)
                        .header("Idempotency-Key", "isolation-file-of-" + supplier)
                        .contentType("text/plain")
                        .body(canary)
                        .post(own + "/attachments?filename=%s.txt".formatted(canary)));
        return id;
    }

    private static String made(Response answer, String id) {
        done(answer);
        return answer.path(id);
    }

    private static void done(Response answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError(answer.statusCode() + " " + answer.asString());
        }
    }
}
