package dev.interlock.sandbox.sample;

import dev.interlock.sandbox.sample.SampleRecord.Document;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Plants, suppliers, work centers, items and their revisions.
final class SampleMasters {
    static final List<String> PLANTS = List.of("1000", "2000");

    private static final String SPECIFICATIONS = "https://plm.example/specifications/";

    private static final List<Item> ITEMS =
            List.of(
                    Item.make("GB-4711", "Planetary gearbox", "FINISHED_GOOD"),
                    Item.make("PC-2100", "Planet carrier", "ASSEMBLY"),
                    Item.make("SH-3310", "Output shaft", "ASSEMBLY"),
                    Item.buy("HS-1200", "Housing", "COMPONENT", "EA", "ACME", "AC-77120"),
                    Item.buy("CV-1210", "Cover", "COMPONENT", "EA", "ACME", "AC-77121"),
                    Item.buy(
                                    "BR-6204",
                                    "Deep groove ball bearing 6204",
                                    "COMPONENT",
                                    "EA",
                                    "ACME",
                                    "AC-6204-2RS")
                            .inLots(),
                    Item.buy("GR-2205", "Ring gear", "COMPONENT", "EA", "BOREALIS", "B-RG-2205")
                            .inLots(),
                    Item.buy("SG-2300", "Sun gear", "COMPONENT", "EA", "BOREALIS", "B-SG-2300"),
                    Item.buy(
                            "SL-0450", "Shaft seal NBR", "COMPONENT", "EA", "BOREALIS", "B-SL-450"),
                    Item.buy(
                            "SL-0460", "Shaft seal FKM", "COMPONENT", "EA", "BOREALIS", "B-SL-460"),
                    Item.buy("PG-2110", "Planet gear", "COMPONENT", "EA", "COBALT", "CO-2110"),
                    Item.buy("PN-2120", "Planet pin", "COMPONENT", "EA", "COBALT", "CO-2120"),
                    Item.buy("CP-2130", "Carrier plate", "COMPONENT", "EA", "COBALT", "CO-2130"),
                    Item.buy(
                            "KY-3312",
                            "Parallel key 8x7x40",
                            "COMPONENT",
                            "EA",
                            "COBALT",
                            "CO-3312"),
                    Item.buy("SC-0912", "Screw M8x30", "COMPONENT", "EA", "COBALT", "CO-0912"),
                    Item.buy("WS-0913", "Washer M8", "COMPONENT", "EA", "COBALT", "CO-0913"),
                    Item.buy("NP-0100", "Name plate", "COMPONENT", "EA", "COBALT", "CO-0100"),
                    Item.buy(
                            "BM-3311",
                            "Round bar 42CrMo4",
                            "RAW_MATERIAL",
                            "KGM",
                            "COBALT",
                            "CO-3311"),
                    Item.buy(
                            "OL-0075",
                            "Gear oil ISO VG 220",
                            "CONSUMABLE",
                            "KGM",
                            "COBALT",
                            "CO-0075"));

    private final LocalDate today;

    SampleMasters(LocalDate today) {
        this.today = today;
    }

    private record Item(
            String id,
            String description,
            String type,
            String unit,
            boolean batchManaged,
            @Nullable String supplier,
            @Nullable String supplierItemId) {
        static Item make(String id, String description, String type) {
            return new Item(id, description, type, "EA", false, null, null);
        }

        static Item buy(
                String id,
                String description,
                String type,
                String unit,
                String supplier,
                String supplierItemId) {
            return new Item(id, description, type, unit, false, supplier, supplierItemId);
        }

        Item inLots() {
            return new Item(id, description, type, unit, true, supplier, supplierItemId);
        }

        String path() {
            return "/system/v1/items/" + id;
        }
    }

    List<SampleRecord> records() {
        List<SampleRecord> records = new ArrayList<>();
        plant(records, "1000", "Ulm", "Europe/Berlin");
        plant(records, "2000", "Brno", "Europe/Prague");
        supplier(records, "ACME", "Acme Antriebstechnik GmbH");
        supplier(records, "BOREALIS", "Borealis Gears Oy");
        supplier(records, "COBALT", "Cobalt Components s.r.o.");
        for (String plant : PLANTS) {
            workCenter(records, plant, "TURN-1", "Turning cell", "ACTIVE");
            workCenter(records, plant, "GRIND-1", "Grinding machine 1", "ACTIVE");
            workCenter(records, plant, "ASSY-1", "Gearbox assembly", "ACTIVE");
            workCenter(records, plant, "TEST-1", "Test bench", "ACTIVE");
            workCenter(records, plant, "PACK-1", "Packing", "ACTIVE");
        }
        workCenter(records, "1000", "GRIND-2", "Grinding machine 2", "DOWN");
        ITEMS.forEach(item -> item(records, item));
        revisions(records);
        return records;
    }

    private static void plant(
            List<SampleRecord> records, String plant, String name, String timeZone) {
        records.add(
                new Document(
                        "/system/v1/plants/" + plant,
                        JsonObject.of("name", name, "timeZone", timeZone)));
    }

    private static void supplier(List<SampleRecord> records, String supplier, String name) {
        records.add(
                new Document(
                        "/system/v1/suppliers/" + supplier,
                        JsonObject.of("name", name, "status", "ACTIVE")));
    }

    private void workCenter(
            List<SampleRecord> records,
            String plant,
            String id,
            String description,
            String status) {
        records.add(
                new Document(
                        "/system/v1/work-centers/%s/%s".formatted(plant, id),
                        JsonObject.of(
                                "description",
                                description,
                                "status",
                                status,
                                "validity",
                                JsonObject.of("from", today.minusYears(3).toString()),
                                "dailyCapacity",
                                "PT16H")));
    }

    private static void item(List<SampleRecord> records, Item item) {
        boolean bought = item.supplier != null;
        JsonArray plants = new JsonArray();
        PLANTS.forEach(plant ->
                plants.add(
                        JsonObject.of(
                                "plant",
                                plant,
                                "procurement",
                                bought ? "EXTERNAL" : "IN_HOUSE",
                                "supplyLocation",
                                supplyLocation(plant),
                                "leadTimeDays",
                                bought ? 14 : 3)));
        records.add(
                new Document(
                        item.path(),
                        JsonObject.of(
                                        "description",
                                        item.description,
                                        "type",
                                        item.type,
                                        "baseUnit",
                                        item.unit)
                                .put("makeOrBuy", bought ? "BUY" : "MAKE")
                                .put("usageStatus", "ACTIVE")
                                .put("batchManaged", item.batchManaged)
                                .put("serialManaged", false)
                                .put("plants", plants)));
        if (bought) {
            JsonObject supplier =
                    JsonObject.of(
                            "supplierId",
                            item.supplier,
                            "supplierItemId",
                            item.supplierItemId,
                            "preferred",
                            true,
                            "status",
                            "APPROVED");
            records.add(
                    new Document(
                            item.path() + "/suppliers",
                            JsonObject.of("suppliers", JsonArray.of(supplier))));
        }
    }

    /// Where a plant stages what an order needs.
    static String supplyLocation(String plant) {
        return plant.equals("1000") ? "ULM-MAIN" : "BRNO-MAIN";
    }

    private void revisions(List<SampleRecord> records) {
        for (Item item : ITEMS) {
            if (item.id.equals("GB-4711")) {
                records.add(revision(item.id, "A", today.minusYears(2)));
                records.add(revision(item.id, "B", today.minusMonths(6)));
            } else {
                records.add(revision(item.id, "A", today.minusYears(2)));
            }
        }
    }

    /// Revision A of the gearbox is made obsolete once an order at it stands.
    SampleRecord obsoleteA() {
        Document released = revision("GB-4711", "A", today.minusYears(2));
        return new SampleRecord.Change(
                released.path(),
                "status",
                "OBSOLETE",
                released.body().copy().put("status", "OBSOLETE"));
    }

    private static Document revision(String item, String revision, LocalDate from) {
        return new Document(
                "/system/v1/items/%s/revisions/%s".formatted(item, revision),
                JsonObject.of(
                        "status", "RELEASED",
                        "effectivity", Json.since(from.toString()),
                        "attributes",
                                JsonObject.of(
                                        "drawingNumber",
                                        "D-%s-%s".formatted(item, revision),
                                        "material",
                                        "STEEL"),
                        "specificationUrls", JsonArray.of(SPECIFICATIONS + item + "/" + revision)));
    }
}
