package dev.interlock.benchmark.release;

import dev.interlock.sandbox.api.Api;
import dev.interlock.sandbox.api.Exchange;
import dev.interlock.sandbox.layout.SandboxFailure;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// Products of a measurement's own in plant 1000, with plenty of stock, and orders of which each
/// check has something to look at: two work centers, an inspection, a sales order, and a component
/// that is taken from a lot.
final class Workshop {
    private static final int PRODUCTS = 24;
    private static final int DAYS = 60;
    private static final int PREPARING = 4;
    private static final String LOT = "L-1";
    private static final String SALES_ORDER = "RB-SALES";
    private static final String CLIENT = "integration-tests";

    private final Api api;

    Workshop(Api api) {
        this.api = api;
    }

    void open() {
        put("sales-orders/" + SALES_ORDER, JsonObject.of("customer", "Wind", "status", "OPEN"));
        workCenter("RB-ASSY");
        workCenter("RB-TEST");
        IntStream.range(0, PRODUCTS).forEach(this::product);
    }

    private void workCenter(String id) {
        put(
                "work-centers/1000/" + id,
                JsonObject.of("description", "Cell", "status", "ACTIVE")
                        .put("validity", JsonObject.of("from", "2020-01-01"))
                        .put("dailyCapacity", "PT24H"));
    }

    private void product(int n) {
        String product = "RB-%02d".formatted(n);
        component(product + "-SEAL", false);
        component(product + "-SCREW", false);
        component(product + "-BEARING", true);
        String item = "items/" + product;
        put(item, item("FINISHED_GOOD", "MAKE", "IN_HOUSE", false));
        put(
                item + "/revisions/A",
                JsonObject.of("status", "RELEASED", "effectivity", since())
                        .put("attributes", JsonObject.of("drawingNumber", "D-1"))
                        .put("specificationUrls", new JsonArray()));
        put(item + "/revisions/A/boms/1000", bom(product));
        put(item + "/revisions/A/routings/1000", routing());
        put("shopfloor-masters/1000/%s/A".formatted(product), shopFloorMaster(product));
        put("inspection-plans/1000/%s/A".formatted(product), inspectionPlan());
    }

    private void component(String id, boolean batchManaged) {
        put("items/" + id, item("COMPONENT", "BUY", "EXTERNAL", batchManaged));
        JsonObject place = JsonObject.of("location", "ULM-MAIN").put("stockType", "UNRESTRICTED");
        JsonObject opening =
                JsonObject.of("type", "ADJUSTMENT", "itemId", id, "plant", "1000", "to", place)
                        .put("quantity", pieces(100_000))
                        .put("reasonCode", "OPENING");
        post("movements", batchManaged ? opening.put("lot", LOT) : opening, "stock-" + id);
    }

    /// Orders by their numbers, spread over days and products.
    List<String> orders(String prefix, int count) {
        List<String> numbers =
                IntStream.range(0, count).mapToObj(n -> "%s-%04d".formatted(prefix, n)).toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(PREPARING)) {
            IntStream.range(0, count)
                    .mapToObj(n -> threads.submit(() -> order(numbers.get(n), n)))
                    .toList()
                    .forEach(Workshop::join);
        }
        return numbers;
    }

    private static void join(Future<?> writing) {
        try {
            writing.get();
        } catch (ExecutionException e) {
            throw new SandboxFailure("An order could not be prepared: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxFailure("The measurement was interrupted.", e);
        }
    }

    private void order(String number, int n) {
        LocalDate start = LocalDate.now(ZoneOffset.UTC).plusDays(3 + n % DAYS);
        JsonObject order =
                JsonObject.of("orderNumber", number, "orderType", "STANDARD", "plant", "1000")
                        .put("itemId", "RB-%02d".formatted(n % PRODUCTS))
                        .put("revision", "A")
                        .put("quantity", pieces(1))
                        .put("plannedStart", start.toString())
                        .put("plannedEnd", start.plusDays(1).toString())
                        .put("salesOrderNumber", SALES_ORDER)
                        .put("settlementRule", "MATERIAL_100");
        post("production-orders", order, "order-" + number);
        JsonObject lot = JsonObject.of("lot", LOT, "quantity", pieces(2));
        post(
                "production-orders/%s/lot-assignments".formatted(number),
                JsonObject.of("position", 30, "lots", JsonArray.of(lot)),
                "lots-" + number);
    }

    private static JsonObject item(
            String type, String makeOrBuy, String procurement, boolean batchManaged) {
        JsonObject plant =
                JsonObject.of("plant", "1000", "procurement", procurement)
                        .put("supplyLocation", "ULM-MAIN")
                        .put("leadTimeDays", 3);
        return JsonObject.of("description", "Bearing cap", "type", type, "baseUnit", "EA")
                .put("makeOrBuy", makeOrBuy)
                .put("usageStatus", "ACTIVE")
                .put("batchManaged", batchManaged)
                .put("serialManaged", false)
                .put("plants", JsonArray.of(plant));
    }

    private static JsonObject bom(String product) {
        JsonArray lines =
                JsonArray.of(
                        line(10, product + "-SEAL", 1),
                        line(20, product + "-SCREW", 4),
                        line(30, product + "-BEARING", 2));
        return JsonObject.of("usage", "PRODUCTION", "status", "CERTIFIED")
                .put("baseQuantity", pieces(1))
                .put("effectivity", since())
                .put("lines", lines);
    }

    private static JsonObject part(int position, String component, int quantity) {
        return JsonObject.of("position", position, "componentId", component)
                .put("quantity", pieces(quantity));
    }

    private static JsonObject line(int position, String component, int quantity) {
        return part(position, component, quantity)
                .put("phantom", false)
                .put("backflush", false)
                .put("operation", 10);
    }

    private static JsonObject routing() {
        JsonObject fit =
                operation(10, "RB-ASSY").put("description", "Fit").put("inspection", false);
        JsonObject test =
                operation(20, "RB-TEST").put("description", "Test").put("inspection", true);
        return JsonObject.of("status", "CERTIFIED", "effectivity", since())
                .put("lotSizeFrom", pieces(1))
                .put("lotSizeTo", pieces(500))
                .put("operations", JsonArray.of(fit, test));
    }

    /// So short that the days of a work center take tens of thousands of orders.
    private static JsonObject operation(int number, String workCenter) {
        return JsonObject.of("number", number, "workCenterId", workCenter)
                .put("setupTime", "PT1M")
                .put("runTimePerUnit", "PT1M");
    }

    private static JsonObject shopFloorMaster(String product) {
        return JsonObject.of("description", "Bearing cap", "unit", "EA")
                .put(
                        "bom",
                        JsonArray.of(
                                part(10, product + "-SEAL", 1),
                                part(20, product + "-SCREW", 4),
                                part(30, product + "-BEARING", 2)))
                .put(
                        "operations",
                        JsonArray.of(operation(10, "RB-ASSY"), operation(20, "RB-TEST")));
    }

    private static JsonObject inspectionPlan() {
        JsonObject bore =
                JsonObject.of("name", "bore", "method", "plug gauge, mm")
                        .put("nominal", "20.00")
                        .put("lower", "19.98")
                        .put("upper", "20.02");
        return JsonObject.of("operations", JsonArray.of(20))
                .put("characteristics", JsonArray.of(bore));
    }

    private static JsonObject since() {
        return JsonObject.of("kind", "DATE", "from", "2020-01-01");
    }

    private static JsonObject pieces(int value) {
        return JsonObject.of("value", String.valueOf(value), "unit", "EA");
    }

    private void put(String path, JsonObject body) {
        require(api.send(CLIENT, "PUT", "/system/v1/" + path, body, Map.of()));
    }

    private void post(String path, JsonObject body, String key) {
        Map<String, String> headers = Map.of("Idempotency-Key", "bench-release-" + key);
        require(api.send(CLIENT, "POST", "/system/v1/" + path, body, headers));
    }

    private static void require(Exchange answer) {
        if (!answer.succeeded()) {
            throw new SandboxFailure(answer.problem());
        }
    }
}
