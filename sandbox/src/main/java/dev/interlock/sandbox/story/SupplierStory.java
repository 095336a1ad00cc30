package dev.interlock.sandbox.story;

import static dev.interlock.sandbox.story.Stage.expect;

import dev.interlock.sandbox.api.Exchange;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Set;

/// An order from its supplier's answer to the lot that does not conform, and what the supplier puts
/// right.
final class SupplierStory {
    static final String BUYER = "erp";
    static final String SUPPLIER = "supplier-acme";
    static final String ITEM = "SR-7000";
    static final String LOT = "AC-2611-A";

    private static final String ORDER = "4509001";
    private static final String ORDERS = "/system/v1/purchase-orders";
    private static final String OWN_ORDER = "/partner/v1/purchase-orders/" + ORDER;
    private static final String SHIPMENTS = "/system/v1/shipments";
    private static final String OWN_SHIPMENTS = "/partner/v1/shipments";
    private static final Set<String> ANSWERED = Set.of("ORDERED", "CHANGE_REQUESTED");
    private static final String LINES =
            "orderNumber status code detail lines.line lines.supplierItemId lines.quantity"
                    + " lines.confirmed lines.confirmedOn lines.state lines.response";

    private final Stage stage;

    SupplierStory(Stage stage) {
        this.stage = stage;
    }

    void play() {
        order();
        answer();
        ship();
        new CorrectionStory(stage).play();
        stage.say("Ordered, changed, shipped, found wanting and put right. The end.");
    }

    private void order() {
        stage.title("Seal rings are ordered");
        Exchange standing = stage.look(BUYER, ORDERS + "/" + ORDER);
        if (standing.status() == 200) {
            stage.say("The order stands already.");
        } else {
            stage.say("The buyer has a part that Acme makes, and orders a hundred of it.");
            part();
            Exchange order =
                    stage.post(
                            BUYER,
                            ORDERS,
                            JsonObject.of(
                                    "orderNumber", ORDER,
                                    "supplierId", "ACME",
                                    "plant", "1000",
                                    "currency", "EUR",
                                    "orderedOn", "2026-11-02",
                                    "lines",
                                            JsonArray.of(
                                                    JsonObject.of(
                                                            "line",
                                                            10,
                                                            "itemId",
                                                            ITEM,
                                                            "quantity",
                                                            pieces("100"),
                                                            "requestedOn",
                                                            "2026-12-01",
                                                            "price",
                                                            JsonObject.of(
                                                                    "amount", "1.85",
                                                                    "currency", "EUR")))),
                            LINES);
            expect(order, "the order stands", 201);
        }
        stage.say("Acme sees it in its own item number, and no other supplier sees it at all.");
        expect(stage.get(SUPPLIER, OWN_ORDER, LINES), "Acme sees its order", 200);
        expect(
                stage.get("supplier-borealis", OWN_ORDER, "status code"),
                "Borealis sees nothing",
                404);
    }

    private void part() {
        expect(
                stage.put(
                        BUYER,
                        "/system/v1/items/" + ITEM,
                        JsonObject.of(
                                "description", "Seal ring",
                                "type", "COMPONENT",
                                "baseUnit", "EA",
                                "makeOrBuy", "BUY",
                                "usageStatus", "ACTIVE",
                                "batchManaged", true,
                                "serialManaged", false,
                                "plants",
                                        JsonArray.of(
                                                JsonObject.of(
                                                        "plant",
                                                        "1000",
                                                        "supplyLocation",
                                                        "MAIN"))),
                        "itemId description"),
                "the part stands",
                200,
                201);
        expect(
                stage.put(
                        BUYER,
                        "/system/v1/items/" + ITEM + "/suppliers",
                        JsonObject.of(
                                "suppliers",
                                JsonArray.of(
                                        JsonObject.of(
                                                "supplierId", "ACME",
                                                "supplierItemId", "AC-90700",
                                                "preferred", true,
                                                "status", "APPROVED"))),
                        "suppliers"),
                "Acme makes it",
                200,
                201);
    }

    private void answer() {
        stage.title("Acme answers with a change, and the buyer decides");
        if (!ANSWERED.contains(status())) {
            stage.say("The change has been decided before.");
            return;
        }
        if (status().equals("ORDERED")) {
            stage.say("Eighty, and four days later: that is a change.");
            Exchange said =
                    stage.post(
                            SUPPLIER,
                            OWN_ORDER + "/acknowledgements",
                            JsonObject.of(
                                    "lines",
                                    JsonArray.of(
                                            JsonObject.of(
                                                    "line", 10,
                                                    "response", "ACCEPT_WITH_CHANGE",
                                                    "quantity", pieces("80"),
                                                    "deliveryOn", "2026-12-05",
                                                    "reason", "One oven is down."))),
                            LINES);
            expect(said, "Acme has answered", 201);
        }
        expect(status().equals("CHANGE_REQUESTED"), "the order waits for the buyer");
        String answers = ORDERS + "/" + ORDER + "/acknowledgements";
        JsonArray given = stage.look(BUYER, answers).body().getJsonArray("items");
        String last = given.getJsonObject(given.size() - 1).getString("acknowledgementId");
        stage.say("The buyer takes it; only now does the ERP plan with it.");
        expect(
                stage.post(
                        BUYER,
                        answers + "/" + last + "/decisions",
                        JsonObject.of(
                                "decisions",
                                JsonArray.of(JsonObject.of("line", 10, "decision", "ACCEPT"))),
                        LINES),
                "the change is taken",
                200);
        expect(status().equals("CONFIRMED"), "the order is confirmed");
    }

    private void ship() {
        stage.title("Acme ships, and the plant receives into inspection");
        if (shipments().isEmpty()) {
            Exchange announced =
                    stage.post(
                            SUPPLIER,
                            OWN_SHIPMENTS,
                            JsonObject.of(
                                    "orderNumber",
                                    ORDER,
                                    "lines",
                                    JsonArray.of(
                                            JsonObject.of(
                                                    "line",
                                                    10,
                                                    "quantity",
                                                    pieces("80"),
                                                    "lot",
                                                    LOT)),
                                    "carrier",
                                    "Kraftverkehr Ulm",
                                    "expectedAt",
                                    "2026-12-05T09:00:00Z"),
                            "shipmentId orderNumber status code detail violations lines");
            expect(announced, "the shipment is announced", 201);
        }
        JsonObject shipment = shipments().getJsonObject(0);
        String id = shipment.getString("shipmentId");
        switch (shipment.getString("status")) {
            case "ANNOUNCED" -> {
                step(SUPPLIER, OWN_SHIPMENTS, id, "departures");
                step(BUYER, SHIPMENTS, id, "arrivals");
                step(BUYER, SHIPMENTS, id, "receipts");
            }
            case "IN_TRANSIT" -> {
                step(BUYER, SHIPMENTS, id, "arrivals");
                step(BUYER, SHIPMENTS, id, "receipts");
            }
            case "ARRIVED" -> step(BUYER, SHIPMENTS, id, "receipts");
            default -> stage.say("It has been received before.");
        }
        Exchange seen =
                stage.get(SUPPLIER, OWN_SHIPMENTS + "/" + id, "shipmentId status receivedAt lines");
        expect("RECEIVED".equals(seen.body().getString("status")), "Acme sees that it arrived");
    }

    private void step(String who, String shipments, String id, String step) {
        expect(
                stage.post(
                        who,
                        "%s/%s/%s".formatted(shipments, id, step),
                        new JsonObject(),
                        "shipmentId status code detail departedAt arrivedAt receivedAt"),
                "%s of the shipment".formatted(step),
                200);
    }

    private String status() {
        return stage.look(BUYER, ORDERS + "/" + ORDER).body().getString("status", "");
    }

    private JsonArray shipments() {
        return stage.look(BUYER, SHIPMENTS + "?orderNumber=" + ORDER).body().getJsonArray("items");
    }

    static JsonObject pieces(String value) {
        return JsonObject.of("value", value, "unit", "EA");
    }
}
