package dev.interlock.process.eco;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.process.eco.EngineeringChange.AffectedItem;
import dev.interlock.process.facts.Bom;
import dev.interlock.process.facts.Revision;
import dev.interlock.process.facts.Revision.Source;
import dev.interlock.process.run.StepPlan;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PropagationPlanTest {
    private final Drawings world = new Drawings();

    @Test
    void whatAPersonPreparedForTheNewRevisionStays() {
        world.revisions.put(
                "GB-4711", List.of(Parts.prepared(Map.of("drawingNumber", "D-1", "weight", "12"))));
        world.affected.set(
                0,
                new AffectedItem(
                        "GB-4711",
                        "B",
                        "C",
                        "RELEASED",
                        true,
                        Map.of("weight", "13"),
                        List.of("1000"),
                        null));

        assertThat(body("release GB-4711 C"))
                .contains(
                        "\"drawingNumber\":\"D-1\"",
                        "\"weight\":\"13\"",
                        "\"specificationUrls\":[\"https://plm.example/GB-4711/C\"]");
    }

    @Test
    void aPartWithoutAStructureIsReleasedAtOnce() {
        world.boms.remove("GB-4711");

        assertThat(erp()).containsExactly("release GB-4711 C");
    }

    @Test
    void whereNothingIsPreparedTheChangeAloneSaysWhatTheNewRevisionIs() {
        assertThat(body("revision GB-4711 C"))
                .contains("\"attributes\":{}", "\"specificationUrls\":[]");
    }

    @Test
    void nothingIsCurrentBeforeEverythingOfTheChangeStands() {
        world.affected.add(Parts.affected("SL-0450", "A", "B", Map.of()));

        assertThat(erp())
                .containsExactly(
                        "revision SL-0450 B",
                        "BOM SL-0450 B in 1000",
                        "revision GB-4711 C",
                        "BOM GB-4711 C in 1000",
                        "release SL-0450 B",
                        "release GB-4711 C");
        assertThat(after("release SL-0450 B")).contains("BOM GB-4711 C in 1000");
        assertThat(after("release GB-4711 C")).contains("release SL-0450 B");
        assertThat(after("supplier notices")).contains("release GB-4711 C");
        assertThat(body("revision GB-4711 C")).contains("\"status\":\"IN_WORK\"");
    }

    @Test
    void whatAChangeThatWasGivenUpHasLeftIsWrittenOver() {
        var left = Parts.prepared(Map.of("weight", "12"));
        world.revisions.put(
                "GB-4711",
                List.of(
                        new Revision(
                                left.itemId(),
                                left.revision(),
                                left.status(),
                                null,
                                null,
                                null,
                                "ECO-0",
                                left.attributes(),
                                left.specificationUrls(),
                                List.of())));

        assertThat(body("revision GB-4711 C")).contains("\"attributes\":{}");
        assertThat(body("release GB-4711 C"))
                .contains("\"attributes\":{}", "\"changeNumber\":\"ECO-1\"");
    }

    /// Version 1 was rejected half way; version 2 says nothing of the weight any more.
    @Test
    void whatAnEarlierVersionHasLeftIsWrittenOver() {
        world.revisions.put("GB-4711", List.of(left("ECO-1", new Source("PROCESS-APIS"))));
        assertThat(body("revision GB-4711 C")).contains("\"attributes\":{}");
        assertThat(body("release GB-4711 C")).contains("\"attributes\":{}");

        world.revisions.put("GB-4711", List.of(left("ECO-1", new Source("ERP"))));
        assertThat(body("release GB-4711 C")).contains("\"attributes\":{\"weight\":\"12\"}");
    }

    private static Revision left(String changeNumber, Source by) {
        return new Revision(
                "GB-4711",
                "C",
                "IN_WORK",
                null,
                null,
                null,
                changeNumber,
                Map.of("weight", "12"),
                List.of(),
                List.of(by));
    }

    /// Nobody has made it before: its structure stands in ERP, and the shop floor has yet to hear.
    @Test
    void aFirstRevisionWhoseStructureIsPreparedIsToldToThePlant() {
        world.item("NP-1", "FINISHED_GOOD", "A");
        world.revisions.put("NP-1", List.of(Parts.revision("NP-1", "A", "IN_WORK", null)));
        world.boms.put("NP-1", Parts.bom(Parts.line(10, "HS-1200")));
        world.affected.set(0, Parts.affected("NP-1", null, "A", Map.of()));

        assertThat(erp()).containsExactly("BOM NP-1 A in 1000", "release NP-1 A");
        assertThat(body("master NP-1 A in 1000")).contains("\"componentId\":\"HS-1200\"");
    }

    @Test
    void theShopFloorHearsWhatGoesIntoOnePiece() {
        var hundred = Quantity.of("100", "EA");
        world.boms.put(
                "GB-4711",
                new Bom(
                        "PRODUCTION",
                        "CERTIFIED",
                        hundred,
                        null,
                        List.of(Parts.line(10, "HS-1200"))));
        world.adds("GB-4711", "SL-0460", 90);

        assertThat(body("BOM GB-4711 C in 1000"))
                .contains(
                        "\"baseQuantity\":{\"value\":\"100\"",
                        "{\"position\":10,\"componentId\":\"HS-1200\",\"quantity\":{\"value\":\"1\",\"unit\":\"EA\"}}",
                        "{\"position\":90,\"componentId\":\"SL-0460\",\"quantity\":{\"value\":\"100\",\"unit\":\"EA\"}");
        assertThat(body("master GB-4711 C in 1000"))
                .contains(
                        "\"componentId\":\"HS-1200\",\"quantity\":{\"value\":\"0.01\",",
                        "\"componentId\":\"SL-0460\",\"quantity\":{\"value\":\"1\",");
    }

    private List<String> erp() {
        return steps().filter(step -> step.target().equals("ERP")).map(StepPlan::name).toList();
    }

    private List<String> after(String step) {
        return steps().filter(planned -> planned.name().equals(step))
                .flatMap(planned -> planned.after().stream())
                .toList();
    }

    private Stream<StepPlan> steps() {
        return PropagationPlan.of(world.proposal(), List.of(), List.of()).stream();
    }

    private String body(String step) {
        return steps().filter(planned -> planned.name().equals(step))
                .map(StepPlan::body)
                .map(body -> new String(body, UTF_8))
                .findFirst()
                .orElseThrow();
    }
}
