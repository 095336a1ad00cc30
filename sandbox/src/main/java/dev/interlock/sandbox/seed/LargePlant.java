package dev.interlock.sandbox.seed;

import dev.interlock.sandbox.seed.Wave.Write;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Plant 9000, in families of fifty items: an assembly of ten levels, of which each takes the next
/// two and six bought parts, and the forty parts, which one supplier delivers. A family has its
/// stock, a production order and a purchase order. Families never differ: more of them only add to
/// a plant.
final class LargePlant {
    private static final String PLANT = "9000";
    private static final int FAMILY = 50;
    private static final int LEVELS = 10;
    private static final int PARTS = FAMILY - LEVELS;
    private static final int PARTS_OF_AN_ASSEMBLY = 6;
    private static final int WORK_CENTERS = 20;
    private static final int SUPPLIERS = 25;

    private final int families;
    private final LocalDate today;

    /// So many items, or a few more: families are whole.
    LargePlant(int items, LocalDate today) {
        this.families = Math.ceilDiv(items, FAMILY);
        this.today = today;
    }

    int items() {
        return families * FAMILY;
    }

    List<Wave> waves() {
        int made = families * LEVELS;
        int bought = families * PARTS;
        return List.of(
                new Wave("plant", 1, _ -> plant()),
                new Wave("suppliers", SUPPLIERS, LargePlant::supplier),
                new Wave("work centers", WORK_CENTERS, LargePlant::workCenter),
                new Wave("assemblies", made, n -> item(assembly(n), "ASSEMBLY", "MAKE")),
                new Wave("parts", bought, n -> item(part(n), "COMPONENT", "BUY")),
                new Wave("revisions", made, n -> revision(assembly(n))),
                new Wave("revisions of parts", bought, n -> revision(part(n))),
                new Wave("approved suppliers", bought, LargePlant::itemSupplier),
                new Wave("bills of material", made, LargePlant::bom),
                new Wave("routings", made, LargePlant::routing),
                new Wave("receipts of stock", bought, LargePlant::receipt),
                new Wave("production orders", families, this::productionOrder),
                new Wave("purchase orders", families, this::purchaseOrder));
    }

    private static Write plant() {
        return put("plants/" + PLANT, JsonObject.of("name", "Large", "timeZone", "Europe/Berlin"));
    }

    private static Write supplier(int n) {
        return put(
                "suppliers/" + supplierId(n),
                JsonObject.of("name", "Supplier " + n, "status", "ACTIVE"));
    }

    private static Write workCenter(int n) {
        return put(
                "work-centers/%s/%s".formatted(PLANT, workCenterId(n)),
                JsonObject.of("description", "Cell " + n, "status", "ACTIVE")
                        .put("validity", JsonObject.of("from", "2020-01-01"))
                        .put("dailyCapacity", "PT24H"));
    }

    private static Write item(String itemId, String type, String makeOrBuy) {
        return put(
                "items/" + itemId,
                JsonObject.of("description", "Item " + itemId, "type", type, "baseUnit", "EA")
                        .put("makeOrBuy", makeOrBuy)
                        .put("usageStatus", "ACTIVE")
                        .put("batchManaged", false)
                        .put("serialManaged", false)
                        .put(
                                "plants",
                                JsonArray.of(
                                        JsonObject.of("plant", PLANT, "usageStatus", "ACTIVE")
                                                .put("procurement", makeOrBuy)
                                                .put("supplyLocation", "MAIN")
                                                .put("leadTimeDays", 5))));
    }

    private static Write revision(String itemId) {
        return put(
                "items/%s/revisions/A".formatted(itemId),
                JsonObject.of("status", "RELEASED", "effectivity", since())
                        .put("attributes", new JsonObject())
                        .put("specificationUrls", new JsonArray()));
    }

    private static Write itemSupplier(int n) {
        JsonObject approved =
                JsonObject.of("supplierId", supplierId(n / PARTS))
                        .put("preferred", true)
                        .put("status", "APPROVED");
        return put(
                "items/%s/suppliers".formatted(part(n)),
                JsonObject.of("suppliers", JsonArray.of(approved)));
    }

    private static Write bom(int n) {
        int level = n % LEVELS;
        List<String> components = new ArrayList<>();
        for (int next = level + 1; next <= level + 2 && next < LEVELS; next++) {
            components.add(assembly(n - level + next));
        }
        for (int k = 0; k < PARTS_OF_AN_ASSEMBLY; k++) {
            components.add(part(n / LEVELS * PARTS + (4 * level + k) % PARTS));
        }
        JsonArray lines = new JsonArray();
        components.forEach(component -> lines.add(line(10 * (lines.size() + 1), component)));
        return put(
                structure(n, "boms"),
                JsonObject.of("usage", "PRODUCTION", "status", "CERTIFIED")
                        .put("baseQuantity", quantity(1))
                        .put("effectivity", since())
                        .put("lines", lines));
    }

    private static JsonObject line(int position, String component) {
        return JsonObject.of("position", position, "componentId", component)
                .put("quantity", quantity(1 + position / 10 % 3))
                .put("scrapPercent", "0")
                .put("phantom", false)
                .put("backflush", position % 20 == 0)
                .put("operation", 10);
    }

    private static Write routing(int n) {
        return put(
                structure(n, "routings"),
                JsonObject.of("status", "CERTIFIED", "effectivity", since())
                        .put(
                                "operations",
                                JsonArray.of(
                                        operation(10, n, "Assemble"),
                                        operation(20, n + 1, "Test"))));
    }

    private static JsonObject operation(int number, int workCenter, String description) {
        return JsonObject.of("number", number, "workCenterId", workCenterId(workCenter))
                .put("description", description)
                .put("setupTime", "PT10M")
                .put("runTimePerUnit", "PT2M")
                .put("inspection", false);
    }

    private static Write receipt(int n) {
        return post(
                "movements",
                JsonObject.of("type", "RECEIPT", "itemId", part(n), "plant", PLANT)
                        .put("to", JsonObject.of("location", "MAIN", "stockType", "UNRESTRICTED"))
                        .put("quantity", quantity(1_000))
                        .put("reasonCode", "OPENING_STOCK"),
                "stock-" + part(n));
    }

    private Write productionOrder(int family) {
        String number = String.format(Locale.ROOT, "SEED-PP-%06d", family);
        LocalDate start = today.plusDays(1L + family % 60);
        return post(
                "production-orders",
                JsonObject.of("orderNumber", number, "orderType", "STANDARD", "plant", PLANT)
                        .put("itemId", assembly(family * LEVELS))
                        .put("revision", "A")
                        .put("quantity", quantity(1 + family % 20))
                        .put("plannedStart", start.toString())
                        .put("plannedEnd", start.plusDays(2).toString())
                        .put("settlementRule", "MATERIAL_100"),
                number);
    }

    private Write purchaseOrder(int family) {
        String number = String.format(Locale.ROOT, "SEED-MM-%06d", family);
        JsonArray lines = new JsonArray();
        for (int line = 1; line <= 5; line++) {
            lines.add(
                    JsonObject.of("line", 10 * line, "itemId", part(family * PARTS + line))
                            .put("quantity", quantity(100L * line))
                            .put("requestedOn", today.plusDays(1L + family % 90).toString())
                            .put("price", JsonObject.of("amount", "1.25", "currency", "EUR")));
        }
        return post(
                "purchase-orders",
                JsonObject.of("orderNumber", number, "supplierId", supplierId(family))
                        .put("plant", PLANT)
                        .put("currency", "EUR")
                        .put("orderedOn", today.toString())
                        .put("lines", lines),
                number);
    }

    private static String assembly(int n) {
        return String.format(Locale.ROOT, "SEED-A-%07d", n);
    }

    private static String part(int n) {
        return String.format(Locale.ROOT, "SEED-P-%07d", n);
    }

    private static String supplierId(int n) {
        return String.format(Locale.ROOT, "SEED-%02d", n % SUPPLIERS);
    }

    private static String workCenterId(int n) {
        return String.format(Locale.ROOT, "CELL-%02d", n % WORK_CENTERS);
    }

    private static String structure(int n, String kind) {
        return "items/%s/revisions/A/%s/%s".formatted(assembly(n), kind, PLANT);
    }

    private static JsonObject since() {
        return JsonObject.of("kind", "DATE", "from", "2024-01-01");
    }

    private static JsonObject quantity(long value) {
        return JsonObject.of("value", String.valueOf(value), "unit", "EA");
    }

    private static Write put(String path, JsonObject body) {
        return Write.put("/system/v1/" + path, body);
    }

    private static Write post(String path, JsonObject body, String name) {
        return Write.post("/system/v1/" + path, body, "interlock-seed-" + name);
    }
}
