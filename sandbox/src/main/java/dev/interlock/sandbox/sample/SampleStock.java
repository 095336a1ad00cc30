package dev.interlock.sandbox.sample;

import dev.interlock.sandbox.sample.SampleRecord.Fact;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Purchase orders, stock of several types and lots, and the bearing lot that is held.
final class SampleStock {
    private static final String OPENING = "OPENING_STOCK";
    private static final String FREE = "UNRESTRICTED";

    private final LocalDate today;

    SampleStock(LocalDate today) {
        this.today = today;
    }

    private record Stock(
            String plant,
            String item,
            String quantity,
            String unit,
            String type,
            @Nullable String lot,
            @Nullable String purchaseOrder) {
        String name() {
            return "stock-%s-%s-%s-%s".formatted(plant, item, type, lot == null ? "any" : lot);
        }
    }

    List<SampleRecord> records() {
        List<SampleRecord> records = new ArrayList<>();
        purchaseOrders(records);
        for (Stock stock : stocks()) {
            records.add(movement(stock));
        }
        records.add(
                new Fact(
                        "hold-bearing-lot",
                        "/system/v1/holds",
                        JsonObject.of("scope", "LOT", "target", "BR-6204/L-2402")
                                .put("reason", "Cage cracks found at incoming inspection")
                                .put(
                                        "effects",
                                        JsonObject.of(
                                                "consume", true, "release", true, "ship", true,
                                                "pay", false)),
                        "/system/v1/holds?scope=LOT&target=BR-6204%2FL-2402",
                        hold -> "BR-6204/L-2402".equals(hold.getString("target"))));
        return records;
    }

    private static List<Stock> stocks() {
        List<Stock> stocks = new ArrayList<>();
        for (String plant : SampleMasters.PLANTS) {
            for (String item :
                    List.of("HS-1200", "CV-1210", "PC-2100", "SH-3310", "NP-0100", "CP-2130")) {
                stocks.add(new Stock(plant, item, "60", "EA", FREE, null, null));
            }
            for (String item : List.of("SL-0450", "PG-2110", "PN-2120", "KY-3312")) {
                stocks.add(new Stock(plant, item, "240", "EA", FREE, null, null));
            }
            stocks.add(new Stock(plant, "SC-0912", "2000", "EA", FREE, null, null));
            stocks.add(new Stock(plant, "WS-0913", "2000", "EA", FREE, null, null));
            stocks.add(new Stock(plant, "SL-0460", "120", "EA", FREE, null, null));
            stocks.add(new Stock(plant, "BM-3311", "350.5", "KGM", FREE, null, null));
            stocks.add(new Stock(plant, "OL-0075", "80.25", "KGM", FREE, null, null));
            stocks.add(new Stock(plant, "SG-2300", "20", "EA", FREE, null, null));
        }
        stocks.add(new Stock("1000", "HS-1200", "10", "EA", "QUALITY_INSPECTION", null, null));
        stocks.add(new Stock("1000", "SG-2300", "30", "EA", "QUALITY_INSPECTION", null, null));
        stocks.add(new Stock("1000", "CV-1210", "4", "EA", "BLOCKED", null, null));
        stocks.add(new Stock("1000", "BR-6204", "120", "EA", FREE, "L-2401", "4400001"));
        stocks.add(new Stock("1000", "BR-6204", "40", "EA", FREE, "L-2402", "4400001"));
        stocks.add(
                new Stock(
                        "1000", "BR-6204", "30", "EA", "QUALITY_INSPECTION", "L-2403", "4400001"));
        stocks.add(new Stock("1000", "GR-2205", "60", "EA", FREE, "R-881", "4400002"));
        stocks.add(new Stock("1000", "GR-2205", "5", "EA", "BLOCKED", "R-882", "4400002"));
        stocks.add(new Stock("2000", "BR-6204", "80", "EA", FREE, "L-2410", "4400003"));
        stocks.add(new Stock("2000", "GR-2205", "40", "EA", FREE, "R-890", "4400004"));
        return stocks;
    }

    private static Fact movement(Stock stock) {
        JsonObject body =
                JsonObject.of(
                                "type",
                                stock.purchaseOrder == null ? "ADJUSTMENT" : "RECEIPT",
                                "itemId",
                                stock.item,
                                "plant",
                                stock.plant)
                        .put(
                                "to",
                                JsonObject.of(
                                        "location",
                                        SampleMasters.supplyLocation(stock.plant),
                                        "stockType",
                                        stock.type))
                        .put("quantity", Json.quantity(stock.quantity, stock.unit))
                        .put("reasonCode", OPENING);
        if (stock.lot != null) {
            body.put("lot", stock.lot).put("purchaseOrderNumber", stock.purchaseOrder);
        }
        return new Fact(
                stock.name(),
                "/system/v1/movements",
                body,
                "/system/v1/movements?itemId=%s&plant=%s&limit=200"
                        .formatted(stock.item, stock.plant),
                movement ->
                        OPENING.equals(movement.getString("reasonCode"))
                                && Objects.equals(stock.lot, movement.getString("lot"))
                                && stock.type.equals(
                                        movement.getJsonObject("to", new JsonObject())
                                                .getString("stockType")));
    }

    private void purchaseOrders(List<SampleRecord> records) {
        LocalDate past = today.minusMonths(2);
        order(
                records,
                "4400001",
                "ACME",
                "1000",
                past,
                line(10, "BR-6204", "AC-6204-2RS", "190", "EA", past.plusDays(20), "3.20"));
        order(
                records,
                "4400002",
                "BOREALIS",
                "1000",
                past,
                line(10, "GR-2205", "B-RG-2205", "65", "EA", past.plusDays(20), "41.00"));
        order(
                records,
                "4400003",
                "ACME",
                "2000",
                past,
                line(10, "BR-6204", "AC-6204-2RS", "80", "EA", past.plusDays(20), "3.20"));
        order(
                records,
                "4400004",
                "BOREALIS",
                "2000",
                past,
                line(10, "GR-2205", "B-RG-2205", "40", "EA", past.plusDays(20), "41.00"));
        LocalDate recent = today.minusDays(5);
        order(
                records,
                "4500001",
                "ACME",
                "1000",
                recent,
                line(10, "HS-1200", "AC-77120", "100", "EA", today.plusDays(21), "58.50"),
                line(20, "BR-6204", "AC-6204-2RS", "500", "EA", today.plusDays(28), "3.10"));
        order(
                records,
                "4500002",
                "BOREALIS",
                "1000",
                recent,
                line(10, "GR-2205", "B-RG-2205", "80", "EA", today.plusDays(24), "40.50"),
                line(20, "SL-0450", "B-SL-450", "400", "EA", today.plusDays(24), "1.85"),
                line(30, "SG-2300", "B-SG-2300", "100", "EA", today.plusDays(30), "22.40"));
        order(
                records,
                "4500003",
                "COBALT",
                "1000",
                recent,
                line(10, "SC-0912", "CO-0912", "5000", "EA", today.plusDays(14), "0.06"),
                line(20, "OL-0075", "CO-0075", "180", "KGM", today.plusDays(14), "6.90"));
    }

    private static void order(
            List<SampleRecord> records,
            String number,
            String supplier,
            String plant,
            LocalDate orderedOn,
            JsonObject... lines) {
        records.add(
                new Fact(
                        "purchase-order-" + number,
                        "/system/v1/purchase-orders",
                        JsonObject.of(
                                        "orderNumber",
                                        number,
                                        "supplierId",
                                        supplier,
                                        "plant",
                                        plant,
                                        "currency",
                                        "EUR")
                                .put("orderedOn", orderedOn.toString())
                                .put("lines", new JsonArray(List.of((Object[]) lines))),
                        "/system/v1/purchase-orders/" + number,
                        _ -> true));
    }

    private static JsonObject line(
            int line,
            String item,
            String supplierItem,
            String quantity,
            String unit,
            LocalDate requestedOn,
            String price) {
        return JsonObject.of("line", line, "itemId", item, "supplierItemId", supplierItem)
                .put("quantity", Json.quantity(quantity, unit))
                .put("requestedOn", requestedOn.toString())
                .put("price", JsonObject.of("amount", price, "currency", "EUR"));
    }
}
