package dev.interlock.sandbox.sample;

import dev.interlock.sandbox.sample.SampleRecord.Document;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Bills of material and routings, and what the shop floor and quality know of them.
final class SampleStructures {
    private static final List<Line> GEARBOX =
            List.of(
                    new Line(10, "HS-1200", "1", "EA", 10),
                    new Line(20, "CV-1210", "1", "EA", 20),
                    new Line(30, "GR-2205", "1", "EA", 10),
                    new Line(40, "PC-2100", "1", "EA", 10),
                    new Line(50, "SG-2300", "1", "EA", 10),
                    new Line(60, "SH-3310", "1", "EA", 10),
                    new Line(70, "BR-6204", "2", "EA", 10),
                    new Line(80, "SL-0450", "2", "EA", 20),
                    new Line(90, "SC-0912", "8", "EA", 20),
                    new Line(100, "WS-0913", "8", "EA", 20),
                    new Line(110, "OL-0075", "0.35", "KGM", 20),
                    new Line(120, "NP-0100", "1", "EA", 40));
    private static final List<Line> CARRIER =
            List.of(
                    new Line(10, "CP-2130", "1", "EA", 10),
                    new Line(20, "PG-2110", "3", "EA", 20),
                    new Line(30, "PN-2120", "3", "EA", 20));
    private static final List<Line> SHAFT =
            List.of(
                    new Line(10, "BM-3311", "2.4", "KGM", 10),
                    new Line(20, "KY-3312", "1", "EA", 20));

    private static final List<Step> GEARBOX_STEPS =
            List.of(
                    new Step(10, "ASSY-1", "Assemble gear set", "PT30M", "PT12M", false),
                    new Step(20, "ASSY-1", "Close and fill", "PT10M", "PT6M", false),
                    new Step(30, "TEST-1", "Run in and measure noise", "PT15M", "PT8M", true),
                    new Step(40, "PACK-1", "Mark and pack", "PT5M", "PT3M", false));
    private static final List<Step> SHAFT_STEPS =
            List.of(
                    new Step(10, "TURN-1", "Turn", "PT20M", "PT5M", false),
                    new Step(20, "GRIND-1", "Grind bearing seats", "PT20M", "PT4M", false));
    private static final List<Step> CARRIER_STEPS =
            List.of(
                    new Step(10, "GRIND-2", "Grind pin bores", "PT20M", "PT6M", false),
                    new Step(20, "ASSY-1", "Mount planets", "PT10M", "PT5M", false));

    private final LocalDate today;

    SampleStructures(LocalDate today) {
        this.today = today;
    }

    private record Line(
            int position, String component, String quantity, String unit, int operation) {}

    private record Step(
            int number,
            String workCenter,
            String description,
            String setup,
            String run,
            boolean inspection) {}

    List<SampleRecord> records() {
        List<SampleRecord> records = new ArrayList<>();
        for (String plant : SampleMasters.PLANTS) {
            LocalDate longAgo = today.minusYears(2);
            structure(records, plant, "GB-4711", "A", longAgo, GEARBOX, GEARBOX_STEPS);
            structure(records, plant, "GB-4711", "B", today.minusMonths(6), GEARBOX, GEARBOX_STEPS);
            structure(records, plant, "SH-3310", "A", longAgo, SHAFT, SHAFT_STEPS);
            shopfloor(records, plant, "GB-4711", "B", "Planetary gearbox", GEARBOX, GEARBOX_STEPS);
            shopfloor(records, plant, "SH-3310", "A", "Output shaft", SHAFT, SHAFT_STEPS);
            inspection(records, plant, "GB-4711", "B");
        }
        structure(records, "1000", "PC-2100", "A", today.minusYears(2), CARRIER, CARRIER_STEPS);
        shopfloor(records, "1000", "PC-2100", "A", "Planet carrier", CARRIER, CARRIER_STEPS);
        shopfloor(records, "1000", "GB-4711", "A", "Planetary gearbox", GEARBOX, GEARBOX_STEPS);
        inspection(records, "1000", "GB-4711", "A");
        return records;
    }

    private static void structure(
            List<SampleRecord> records,
            String plant,
            String item,
            String revision,
            LocalDate from,
            List<Line> lines,
            List<Step> steps) {
        String path = "/system/v1/items/%s/revisions/%s".formatted(item, revision);
        JsonArray bomLines = new JsonArray();
        lines.forEach(line ->
                bomLines.add(
                        JsonObject.of("position", line.position, "componentId", line.component)
                                .put("quantity", Json.quantity(line.quantity, line.unit))
                                .put("phantom", false)
                                .put("backflush", line.unit.equals("KGM"))
                                .put("operation", line.operation)));
        records.add(
                new Document(
                        path + "/boms/" + plant,
                        JsonObject.of(
                                        "usage",
                                        "PRODUCTION",
                                        "status",
                                        "CERTIFIED",
                                        "baseQuantity",
                                        Json.quantity("1", "EA"))
                                .put("effectivity", Json.since(from.toString()))
                                .put("lines", bomLines)));
        JsonArray operations = new JsonArray();
        steps.forEach(step ->
                operations.add(
                        JsonObject.of(
                                        "number",
                                        step.number,
                                        "workCenterId",
                                        step.workCenter,
                                        "description",
                                        step.description)
                                .put("setupTime", step.setup)
                                .put("runTimePerUnit", step.run)
                                .put("inspection", step.inspection)));
        records.add(
                new Document(
                        path + "/routings/" + plant,
                        JsonObject.of("status", "CERTIFIED")
                                .put("lotSizeFrom", Json.quantity("1", "EA"))
                                .put("lotSizeTo", Json.quantity("500", "EA"))
                                .put("effectivity", Json.since(from.toString()))
                                .put("operations", operations)));
    }

    private static void shopfloor(
            List<SampleRecord> records,
            String plant,
            String item,
            String revision,
            String description,
            List<Line> lines,
            List<Step> steps) {
        JsonArray bom = new JsonArray();
        lines.forEach(line ->
                bom.add(
                        JsonObject.of(
                                "position",
                                line.position,
                                "componentId",
                                line.component,
                                "quantity",
                                Json.quantity(line.quantity, line.unit))));
        JsonArray operations = new JsonArray();
        steps.forEach(step ->
                operations.add(
                        JsonObject.of(
                                "number",
                                step.number,
                                "workCenterId",
                                step.workCenter,
                                "setupTime",
                                step.setup,
                                "runTimePerUnit",
                                step.run)));
        records.add(
                new Document(
                        "/system/v1/shopfloor-masters/%s/%s/%s".formatted(plant, item, revision),
                        JsonObject.of(
                                "description",
                                description,
                                "unit",
                                "EA",
                                "bom",
                                bom,
                                "operations",
                                operations)));
    }

    private static void inspection(
            List<SampleRecord> records, String plant, String item, String revision) {
        JsonArray characteristics =
                JsonArray.of(
                        JsonObject.of(
                                "name",
                                "noise level",
                                "method",
                                "sound level meter, dB(A)",
                                "nominal",
                                "62",
                                "upper",
                                "68"),
                        JsonObject.of(
                                "name",
                                "backlash",
                                "method",
                                "dial gauge, mm",
                                "nominal",
                                "0.10",
                                "lower",
                                "0.06",
                                "upper",
                                "0.14"));
        records.add(
                new Document(
                        "/system/v1/inspection-plans/%s/%s/%s".formatted(plant, item, revision),
                        JsonObject.of(
                                "operations",
                                JsonArray.of(30),
                                "characteristics",
                                characteristics)));
    }
}
