package dev.interlock.benchmark.piece;

import dev.interlock.sandbox.api.Api;
import dev.interlock.sandbox.api.Exchange;
import dev.interlock.sandbox.layout.SandboxFailure;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A product of a measurement's own, made of a seal and some screws, whose changes follow each
/// other: each takes it to the next revision and adds a screw.
public record Workpiece(String id, List<String> plants, boolean structured) {
    public Workpiece {
        plants = List.copyOf(plants);
    }

    private static final String SCHEME = "ABCDEFGHJKLMNPRTUVWY";
    private static final int SCREWS = 4;

    public static Workpiece of(String prefix, int number) {
        List<String> plants =
                switch (number % 3) {
                    case 0 -> List.of("1000", "2000");
                    case 1 -> List.of("1000");
                    default -> List.of("2000");
                };
        return new Workpiece("%s-%03d".formatted(prefix, number), plants, true);
    }

    /// Bought as it is: it has no structure, so a change of it has three steps.
    public static Workpiece bare(String prefix, int number) {
        return new Workpiece("%s-%03d".formatted(prefix, number), List.of("1000"), false);
    }

    /// The revision after so many changes.
    public static String revision(int changes) {
        StringBuilder text = new StringBuilder();
        for (int rest = changes + 1; rest > 0; rest = (rest - 1) / SCHEME.length()) {
            text.insert(0, SCHEME.charAt((rest - 1) % SCHEME.length()));
        }
        return text.toString();
    }

    public String changeNumber(int change) {
        return "ECO-%s-%03d".formatted(id, change);
    }

    public static int screwsAfter(int changes) {
        return SCREWS + changes;
    }

    /// Path and body of everything that stands before the first change.
    public Map<String, JsonObject> masters() {
        Map<String, JsonObject> masters = new LinkedHashMap<>();
        String item = "/system/v1/items/" + id;
        masters.put(item, item());
        masters.put(
                item + "/revisions/A",
                JsonObject.of("status", "RELEASED", "effectivity", since())
                        .put("attributes", attributes("D-1"))
                        .put("specificationUrls", new JsonArray()));
        for (String plant : structured ? plants : List.<String>of()) {
            masters.put(item + "/revisions/A/boms/" + plant, bom());
            masters.put(item + "/revisions/A/routings/" + plant, routing());
            String at = "/%s/%s/A".formatted(plant, id);
            masters.put("/system/v1/shopfloor-masters" + at, shopFloorMaster());
            masters.put("/system/v1/inspection-plans" + at, inspectionPlan());
        }
        return masters;
    }

    private JsonObject item() {
        JsonArray at = new JsonArray();
        plants.forEach(plant ->
                at.add(
                        JsonObject.of("plant", plant, "procurement", "IN_HOUSE")
                                .put(
                                        "supplyLocation",
                                        plant.equals("1000") ? "ULM-MAIN" : "BRNO-MAIN")
                                .put("leadTimeDays", 3)));
        return JsonObject.of("description", "Bearing cap", "type", "FINISHED_GOOD")
                .put("baseUnit", "EA")
                .put("makeOrBuy", "MAKE")
                .put("usageStatus", "ACTIVE")
                .put("batchManaged", false)
                .put("serialManaged", false)
                .put("plants", at);
    }

    private static JsonObject bom() {
        return JsonObject.of("usage", "PRODUCTION", "status", "CERTIFIED")
                .put("baseQuantity", pieces(1))
                .put("effectivity", since())
                .put("lines", JsonArray.of(line(10, "SL-0450", 1), line(20, "SC-0912", SCREWS)));
    }

    private static JsonObject line(int position, String component, int quantity) {
        return JsonObject.of("position", position, "componentId", component)
                .put("quantity", pieces(quantity))
                .put("phantom", false)
                .put("backflush", false)
                .put("operation", 10);
    }

    private static JsonObject routing() {
        JsonObject fit = operation(10, "ASSY-1").put("description", "Fit").put("inspection", false);
        JsonObject test =
                operation(20, "TEST-1").put("description", "Test").put("inspection", true);
        return JsonObject.of("status", "CERTIFIED")
                .put("lotSizeFrom", pieces(1))
                .put("lotSizeTo", pieces(500))
                .put("effectivity", since())
                .put("operations", JsonArray.of(fit, test));
    }

    private static JsonObject operation(int number, String workCenter) {
        return JsonObject.of("number", number, "workCenterId", workCenter)
                .put("setupTime", "PT10M")
                .put("runTimePerUnit", "PT2M");
    }

    private static JsonObject shopFloorMaster() {
        JsonObject seal = JsonObject.of("position", 10, "componentId", "SL-0450");
        JsonObject screws = JsonObject.of("position", 20, "componentId", "SC-0912");
        return JsonObject.of("description", "Bearing cap", "unit", "EA")
                .put(
                        "bom",
                        JsonArray.of(
                                seal.put("quantity", pieces(1)),
                                screws.put("quantity", pieces(SCREWS))))
                .put("operations", JsonArray.of(operation(10, "ASSY-1"), operation(20, "TEST-1")));
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

    /// The change numbered from 1, as PLM keeps it.
    public JsonObject change(int change) {
        JsonObject affected =
                JsonObject.of("itemId", id, "fromRevision", revision(change - 1))
                        .put("toRevision", revision(change))
                        .put("lifecycle", "RELEASED")
                        .put("interchangeable", true)
                        .put("attributes", attributes("D-" + (change + 1)))
                        .put("plants", new JsonArray(new ArrayList<>(plants)))
                        .put("disposition", JsonObject.of("stock", "USE_AS_IS"));
        JsonObject screw =
                JsonObject.of("action", "CHANGE", "parentId", id, "componentId", "SC-0912")
                        .put("position", 20)
                        .put("oldQuantity", pieces(screwsAfter(change - 1)))
                        .put("newQuantity", pieces(screwsAfter(change)));
        JsonObject approval =
                JsonObject.of("approver", "engineering", "decision", "APPROVED")
                        .put("decidedAt", "2026-01-15T09:30:00Z");
        return JsonObject.of("type", "ORDER", "title", "One more screw", "reason", "Leakage")
                .put("priority", "NORMAL")
                .put("status", "APPROVED")
                .put("version", 1)
                .put("effectivity", JsonObject.of("kind", "IMMEDIATE"))
                .put("items", JsonArray.of(affected))
                .put("bomChanges", structured ? JsonArray.of(screw) : new JsonArray())
                .put("routingChanges", new JsonArray())
                .put("approvals", JsonArray.of(approval));
    }

    /// Brings it into every system, with so many changes that stand in PLM.
    public void prepare(Api api, int changes) {
        masters().forEach((path, body) -> put(api, "integration-tests", path, body));
        for (int change = 1; change <= changes; change++) {
            String path = "/system/v1/engineering-changes/" + changeNumber(change);
            put(api, "plm", path, change(change));
        }
    }

    /// How many milliseconds it took until a change was everywhere.
    public static double propagate(Api api, String changeNumber) {
        Exchange answer =
                api.send(
                        "plm",
                        "POST",
                        "/process/v1/propagations",
                        JsonObject.of("changeNumber", changeNumber),
                        Map.of("Idempotency-Key", "bench-" + changeNumber));
        if (!"COMPLETED".equals(answer.body().getString("status"))) {
            throw new SandboxFailure(answer.problem());
        }
        return answer.took().toNanos() / 1e6;
    }

    private static void put(Api api, String client, String path, JsonObject body) {
        Exchange answer = api.send(client, "PUT", path, body, Map.of());
        if (!answer.succeeded()) {
            throw new SandboxFailure(answer.problem());
        }
    }

    /// What the change does in the systems of the plant, as the plant's list of effects says it.
    public List<String> deeds(int change) {
        String revision = revision(change);
        String inErp = "items/%s/revisions/%s".formatted(id, revision);
        List<String> deeds = new ArrayList<>();
        if (structured) {
            deeds.add("ERP PUT revisions IN_WORK " + inErp);
        }
        for (String plant : structured ? plants : List.<String>of()) {
            deeds.add("ERP PUT boms %s/boms/%s".formatted(inErp, plant));
            deeds.add("ERP PUT routings %s/routings/%s".formatted(inErp, plant));
            deeds.add("MES:%s STORE_MATERIAL_DEFINITION %s/%s".formatted(plant, id, revision));
            deeds.add("QMS STORE_PLAN %s/%s/%s".formatted(plant, id, revision));
        }
        deeds.add("ERP PUT revisions RELEASED " + inErp);
        deeds.add("PLM IMPLEMENT_CHANGE " + changeNumber(change));
        return deeds;
    }

    private static JsonObject attributes(String drawing) {
        return JsonObject.of("drawingNumber", drawing, "material", "STEEL");
    }

    private static JsonObject since() {
        LocalDate longAgo = LocalDate.now(ZoneOffset.UTC).minusYears(1);
        return JsonObject.of("kind", "DATE", "from", longAgo.toString());
    }

    private static JsonObject pieces(int value) {
        return JsonObject.of("value", String.valueOf(value), "unit", "EA");
    }
}
