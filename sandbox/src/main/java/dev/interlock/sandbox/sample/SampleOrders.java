package dev.interlock.sandbox.sample;

import dev.interlock.sandbox.sample.SampleRecord.Fact;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Production orders of plant 1000: one that can be released, and four that cannot, each for its
/// own reason.
final class SampleOrders {
    private final LocalDate today;

    SampleOrders(LocalDate today) {
        this.today = today;
    }

    List<SampleRecord> records() {
        List<SampleRecord> records = new ArrayList<>();
        order(records, "100001", "GB-4711", "B", "5", 3);
        order(records, "100002", "GB-4711", "B", "40", 5);
        order(records, "100003", "GB-4711", "B", "5", 7);
        order(records, "100004", "GB-4711", "A", "5", 9);
        order(records, "100005", "PC-2100", "A", "10", 11);
        lot(records, "100001", 30, "R-881", "5");
        lot(records, "100001", 70, "L-2401", "10");
        lot(records, "100002", 30, "R-881", "40");
        lot(records, "100002", 70, "L-2401", "80");
        lot(records, "100003", 30, "R-881", "5");
        lot(records, "100003", 70, "L-2402", "10");
        lot(records, "100004", 30, "R-881", "5");
        lot(records, "100004", 70, "L-2401", "10");
        return records;
    }

    private void order(
            List<SampleRecord> records,
            String number,
            String item,
            String revision,
            String quantity,
            int startsInDays) {
        records.add(
                new Fact(
                        "production-order-" + number,
                        "/system/v1/production-orders",
                        JsonObject.of(
                                        "orderNumber",
                                        number,
                                        "orderType",
                                        "STANDARD",
                                        "plant",
                                        "1000",
                                        "itemId",
                                        item,
                                        "revision",
                                        revision)
                                .put("quantity", Json.quantity(quantity, "EA"))
                                .put("plannedStart", today.plusDays(startsInDays).toString())
                                .put("plannedEnd", today.plusDays(startsInDays + 1L).toString())
                                .put("settlementRule", "MATERIAL_100"),
                        "/system/v1/production-orders/" + number,
                        _ -> true));
    }

    private static void lot(
            List<SampleRecord> records, String order, int position, String lot, String quantity) {
        records.add(
                new Fact(
                        "lots-%s-%d".formatted(order, position),
                        "/system/v1/production-orders/%s/lot-assignments".formatted(order),
                        JsonObject.of("position", position)
                                .put(
                                        "lots",
                                        JsonArray.of(
                                                JsonObject.of(
                                                        "lot",
                                                        lot,
                                                        "quantity",
                                                        Json.quantity(quantity, "EA")))),
                        "/system/v1/production-orders/" + order,
                        standing -> hasLots(standing, position)));
    }

    private static boolean hasLots(JsonObject order, int position) {
        return order.getJsonArray("components", new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .anyMatch(component ->
                        component.getInteger("position") == position
                                && !component.getJsonArray("lots", new JsonArray()).isEmpty());
    }
}
