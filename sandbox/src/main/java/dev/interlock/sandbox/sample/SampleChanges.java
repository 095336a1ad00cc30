package dev.interlock.sandbox.sample;

import dev.interlock.sandbox.sample.SampleRecord.Document;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;

/// Two approved engineering changes: a better seal for the gearbox, and a second key for its shaft.
final class SampleChanges {
    private final LocalDate today;

    SampleChanges(LocalDate today) {
        this.today = today;
    }

    List<SampleRecord> records() {
        return List.of(gearbox(), shaft());
    }

    private Document gearbox() {
        JsonArray bomChanges =
                JsonArray.of(
                        JsonObject.of(
                                        "action",
                                        "REMOVE",
                                        "parentId",
                                        "GB-4711",
                                        "componentId",
                                        "SL-0450",
                                        "position",
                                        80)
                                .put("oldQuantity", Json.quantity("2", "EA"))
                                .put("disposition", disposition("USE_UP")),
                        JsonObject.of(
                                        "action",
                                        "ADD",
                                        "parentId",
                                        "GB-4711",
                                        "componentId",
                                        "SL-0460",
                                        "position",
                                        85)
                                .put("newQuantity", Json.quantity("2", "EA"))
                                .put("operation", 20));
        JsonArray routingChanges =
                JsonArray.of(
                        JsonObject.of("action", "ADD", "itemId", "GB-4711", "number", 35)
                                .put("workCenterId", "TEST-1")
                                .put("description", "Leak test")
                                .put("setupTime", "PT5M")
                                .put("runTimePerUnit", "PT4M")
                                .put("inspection", false));
        return change(
                "ECO-1001",
                "FKM seal against leakage at high temperature",
                "Three field returns with leaking seals",
                item("GB-4711", "B", "C"),
                bomChanges,
                routingChanges);
    }

    private Document shaft() {
        JsonArray bomChanges =
                JsonArray.of(
                        JsonObject.of(
                                        "action",
                                        "CHANGE",
                                        "parentId",
                                        "SH-3310",
                                        "componentId",
                                        "KY-3312",
                                        "position",
                                        20)
                                .put("oldQuantity", Json.quantity("1", "EA"))
                                .put("newQuantity", Json.quantity("2", "EA"))
                                .put("operation", 20));
        return change(
                "ECO-1002",
                "Second parallel key on the output shaft",
                "Higher torque of the new motor",
                item("SH-3310", "A", "B"),
                bomChanges,
                new JsonArray());
    }

    private Document change(
            String number,
            String title,
            String reason,
            JsonObject item,
            JsonArray bomChanges,
            JsonArray routingChanges) {
        String approved = today.minusDays(2) + "T09:30:00Z";
        return new Document(
                "/system/v1/engineering-changes/" + number,
                JsonObject.of(
                                "type",
                                "ORDER",
                                "title",
                                title,
                                "reason",
                                reason,
                                "priority",
                                "NORMAL",
                                "status",
                                "APPROVED",
                                "version",
                                1)
                        .put("effectivity", JsonObject.of("kind", "IMMEDIATE"))
                        .put("items", JsonArray.of(item))
                        .put("bomChanges", bomChanges)
                        .put("routingChanges", routingChanges)
                        .put(
                                "approvals",
                                JsonArray.of(
                                        approval("engineering", approved),
                                        approval("manufacturing", approved),
                                        approval("quality", approved))));
    }

    private static JsonObject approval(String role, String at) {
        return JsonObject.of("approver", role, "decision", "APPROVED", "decidedAt", at);
    }

    private static JsonObject item(String item, String from, String to) {
        return JsonObject.of(
                        "itemId",
                        item,
                        "fromRevision",
                        from,
                        "toRevision",
                        to,
                        "lifecycle",
                        "RELEASED",
                        "interchangeable",
                        true)
                .put(
                        "attributes",
                        JsonObject.of(
                                "drawingNumber",
                                "D-%s-%s".formatted(item, to),
                                "material",
                                "STEEL"))
                .put("plants", new JsonArray(List.copyOf(SampleMasters.PLANTS)))
                .put("disposition", disposition("USE_AS_IS"));
    }

    private static JsonObject disposition(String value) {
        return JsonObject.of(
                "stock",
                value,
                "workInProcess",
                "USE_AS_IS",
                "openPurchaseOrders",
                "USE_AS_IS",
                "finishedGoods",
                "USE_AS_IS");
    }
}
