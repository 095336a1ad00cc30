package dev.interlock.process.eco;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.process.check.Check;
import dev.interlock.process.check.Result;
import dev.interlock.process.check.Result.Failed;
import dev.interlock.process.check.Result.Passed;
import dev.interlock.process.facts.Revision;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A revision holds in every plant: one that makes the item and is left out would stand still.
class LeftOutPlantsTest {
    private final Drawings world = new Drawings();

    @BeforeEach
    void isMadeInTwoPlants() {
        world.isMadeElsewhereToo();
        world.assembledOn("ASSY-1", null);
    }

    @Test
    void aPlantThatMakesTheItemIsNotLeftWithoutItsStructure() {
        assertThat(failure(new BomIntegrityCheck()))
                .isEqualTo(
                        "Plant 2000 makes GB-4711 too and would have no BOM of revision C: name the"
                                + " plant as well, or give it that BOM first.");
        assertThat(failure(new RoutingIntegrityCheck()))
                .isEqualTo(
                        "Plant 2000 makes GB-4711 too and would have no routing of revision C: name"
                                + " the plant as well, or give it that routing first.");
    }

    @Test
    void aPlantThatCouldReleaseNoOrderMayBeLeftOut() {
        world.systems.put("2000", List.of("WMS"));

        expectNothingAgainstIt();
    }

    @Test
    void aPlantWhoseStructureNobodyCertifiedMayBeLeftOut() {
        world.boms.put("GB-4711", Parts.bom("DRAFT", Parts.line(10, "HS-1200")));

        assertThat(failure(new BomIntegrityCheck())).doesNotContain("2000");
    }

    @Test
    void aPlantWhoseStructureIsPreparedMayBeLeftOut() {
        world.revisions.put("GB-4711", with(Parts.prepared(Map.of())));

        expectNothingAgainstIt();
    }

    /// Its structure is what the other change would have made of it.
    @Test
    void whatAChangeThatWasGivenUpLeftInAPlantIsNotTakenForItsStructure() {
        world.revisions.put(
                "GB-4711",
                with(
                        new Revision(
                                "GB-4711",
                                "C",
                                "IN_WORK",
                                null,
                                null,
                                null,
                                "ECO-GIVEN-UP",
                                Map.of(),
                                List.of(),
                                List.of())));

        assertThat(failure(new BomIntegrityCheck())).contains("Plant 2000 makes GB-4711 too");
    }

    private List<Revision> with(Revision next) {
        return Stream.concat(
                        world.revisions.getOrDefault("GB-4711", List.of()).stream(),
                        Stream.of(next))
                .toList();
    }

    private void expectNothingAgainstIt() {
        assertThat(ask(new BomIntegrityCheck())).isInstanceOf(Passed.class);
        assertThat(ask(new RoutingIntegrityCheck())).isInstanceOf(Passed.class);
    }

    private Result ask(Check<Proposal> check) {
        return check.ask(world.proposal());
    }

    private String failure(Check<Proposal> check) {
        return ((Failed) ask(check)).detail();
    }
}
