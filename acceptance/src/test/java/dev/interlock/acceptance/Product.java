package dev.interlock.acceptance;

import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// A product of a test's own: revision A is made in both plants, of a seal and four screws, and
/// inspected at its second operation.
record Product(String id) {
    static final List<String> PLANTS = List.of("1000", "2000");
    private static final Duration RECOVERED = Duration.ofSeconds(10);
    private static final AtomicInteger COUNT = new AtomicInteger();

    /// Brought into ERP, MES and quality through the system APIs.
    static Product in(Gateway gateway) {
        return of(gateway, usual());
    }

    private static JsonArray usual() {
        return JsonArray.of(line(10, "SL-0450", "1"), line(20, "SC-0912", "4"));
    }

    /// Made of one piece of a component that plant 1000 has so many of.
    static Product ofRarePart(Gateway gateway, String stock) {
        String part = "RARE-%03d".formatted(COUNT.incrementAndGet());
        put(gateway, "/system/v1/items/" + part, itemBody("COMPONENT", "BUY", "EXTERNAL"));
        gateway.system("integration-tests")
                .header("Idempotency-Key", Gateway.newKey())
                .body(
                        JsonObject.of("type", "ADJUSTMENT", "itemId", part, "plant", "1000")
                                .put(
                                        "to",
                                        JsonObject.of(
                                                "location",
                                                "ULM-MAIN",
                                                "stockType",
                                                "UNRESTRICTED"))
                                .put("quantity", quantity(stock))
                                .put("reasonCode", "OPENING")
                                .encode())
                .post("/system/v1/movements")
                .then()
                .statusCode(201);
        return of(gateway, JsonArray.of(line(10, part, "1")));
    }

    /// Built through another product as a phantom: what that one is made of goes in instead of it.
    static Product through(Gateway gateway, Product phantom) {
        return of(gateway, JsonArray.of(line(10, phantom.id, "1").put("phantom", true)));
    }

    /// Five pieces of revision A, which begin in three days; answers the order's number.
    String order(Gateway gateway, String plant) {
        LocalDate start = LocalDate.now(ZoneOffset.UTC).plusDays(3);
        return gateway.system("erp")
                .header("Idempotency-Key", Gateway.newKey())
                .body(
                        JsonObject.of("orderType", "STANDARD", "plant", plant)
                                .put("itemId", id)
                                .put("revision", "A")
                                .put("quantity", quantity("5"))
                                .put("plannedStart", start.toString())
                                .put("plannedEnd", start.plusDays(1).toString())
                                .put("settlementRule", "MATERIAL_100")
                                .encode())
                .post("/system/v1/production-orders")
                .then()
                .statusCode(201)
                .extract()
                .path("orderNumber");
    }

    private static Product of(Gateway gateway, JsonArray lines) {
        Product product = new Product("AT-%03d".formatted(COUNT.incrementAndGet()));
        String item = "/system/v1/items/" + product.id;
        put(gateway, item, itemBody("FINISHED_GOOD", "MAKE", "IN_HOUSE"));
        put(gateway, item + "/revisions/A", revisionBody());
        for (String plant : PLANTS) {
            put(gateway, item + "/revisions/A/boms/" + plant, bomBody(lines));
            put(gateway, item + "/revisions/A/routings/" + plant, routingBody());
            String at = "/%s/%s/A".formatted(plant, product.id);
            put(gateway, "/system/v1/shopfloor-masters" + at, masterBody(lines));
            put(gateway, "/system/v1/inspection-plans" + at, planBody());
        }
        return product;
    }

    /// Again where a system asks for it: its circuit may still be open from the test before.
    private static void put(Gateway gateway, String path, JsonObject body) {
        Response answer =
                Patience.await(
                        "PUT " + path,
                        RECOVERED,
                        () -> gateway.system("integration-tests").body(body.encode()).put(path),
                        seen -> seen.statusCode() != 503);
        answer.then().statusCode(201);
    }

    /// The component that a product of a rare part is made of.
    String rarePart() {
        return "RARE-%03d".formatted(Integer.parseInt(id.substring(3)) - 1);
    }

    static JsonObject quantity(String value) {
        return JsonObject.of("value", value, "unit", "EA");
    }

    private static JsonObject since() {
        LocalDate longAgo = LocalDate.now(ZoneOffset.UTC).minusYears(1);
        return JsonObject.of("kind", "DATE", "from", longAgo.toString());
    }

    private static JsonObject itemBody(String type, String makeOrBuy, String procurement) {
        JsonArray plants = new JsonArray();
        PLANTS.forEach(plant ->
                plants.add(
                        JsonObject.of("plant", plant, "procurement", procurement)
                                .put(
                                        "supplyLocation",
                                        plant.equals("1000") ? "ULM-MAIN" : "BRNO-MAIN")
                                .put("leadTimeDays", 3)));
        return JsonObject.of("description", "Bearing cap", "type", type)
                .put("baseUnit", "EA")
                .put("makeOrBuy", makeOrBuy)
                .put("usageStatus", "ACTIVE")
                .put("batchManaged", false)
                .put("serialManaged", false)
                .put("plants", plants);
    }

    private static JsonObject revisionBody() {
        return JsonObject.of("status", "RELEASED", "effectivity", since())
                .put("attributes", JsonObject.of("drawingNumber", "D-1", "material", "STEEL"))
                .put("specificationUrls", new JsonArray());
    }

    private static JsonObject bomBody(JsonArray lines) {
        return JsonObject.of("usage", "PRODUCTION", "status", "CERTIFIED")
                .put("baseQuantity", quantity("1"))
                .put("effectivity", since())
                .put("lines", lines.copy());
    }

    private static JsonObject line(int position, String component, String quantity) {
        return JsonObject.of("position", position, "componentId", component)
                .put("quantity", quantity(quantity))
                .put("phantom", false)
                .put("backflush", false)
                .put("operation", 10);
    }

    private static JsonObject routingBody() {
        return JsonObject.of("status", "CERTIFIED")
                .put("lotSizeFrom", quantity("1"))
                .put("lotSizeTo", quantity("500"))
                .put("effectivity", since())
                .put(
                        "operations",
                        JsonArray.of(
                                operation(10, "ASSY-1")
                                        .put("description", "Fit")
                                        .put("inspection", false),
                                operation(20, "TEST-1")
                                        .put("description", "Test")
                                        .put("inspection", true)));
    }

    private static JsonObject operation(int number, String workCenter) {
        return JsonObject.of("number", number, "workCenterId", workCenter)
                .put("setupTime", "PT10M")
                .put("runTimePerUnit", "PT2M");
    }

    /// Made of what `in` brings.
    static JsonObject masterBody() {
        return masterBody(usual());
    }

    private static JsonObject masterBody(JsonArray lines) {
        JsonArray bom = new JsonArray();
        for (int i = 0; i < lines.size(); i++) {
            JsonObject line = lines.getJsonObject(i);
            bom.add(
                    JsonObject.of("position", line.getInteger("position"))
                            .put("componentId", line.getString("componentId"))
                            .put("quantity", line.getJsonObject("quantity")));
        }
        return JsonObject.of("description", "Bearing cap", "unit", "EA")
                .put("bom", bom)
                .put("operations", JsonArray.of(operation(10, "ASSY-1"), operation(20, "TEST-1")));
    }

    private static JsonObject planBody() {
        return JsonObject.of("operations", JsonArray.of(20))
                .put(
                        "characteristics",
                        JsonArray.of(
                                JsonObject.of("name", "bore", "method", "plug gauge, mm")
                                        .put("nominal", "20.00")
                                        .put("lower", "19.98")
                                        .put("upper", "20.02")));
    }
}
