package dev.interlock.process.eco;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.process.Workbench;
import dev.interlock.process.eco.EngineeringChange.AffectedItem;
import dev.interlock.process.eco.Proposal.InPlant;
import dev.interlock.process.eco.Proposal.Structure;
import dev.interlock.process.facts.ItemFacts;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DossiersTest extends Workbench {
    private static final String ITEM = "/system/v1/items/";
    private static final String DOSSIER = ITEM + "GB-1/dossier";

    @Inject ItemFacts facts;

    @BeforeEach
    void gearbox() {
        below.says(
                DOSSIER,
                """
                {"item": {"itemId": "GB-1", "description": "Gearbox", "type": "FINISHED_GOOD", "baseUnit": "EA", "batchManaged": false, "plants": []},
                 "purchaseOrders": [{"orderNumber": "4500001", "supplierId": "ACME", "plant": "1000", "status": "ORDERED", "lines": []}],
                 "structures": [
                   {"plant": "P-1",
                    "bom": {"status": "CERTIFIED", "lines": [{"position": 10, "componentId": "BR-1", "phantom": false, "backflush": true}]},
                    "routing": {"status": "CERTIFIED", "operations": []}},
                   {"plant": "P-2"}],
                 "components": [{"itemId": "BR-1", "description": "Bearing", "type": "COMPONENT", "baseUnit": "EA", "batchManaged": false, "plants": []}],
                 "componentRevisions": [{"itemId": "BR-1", "revision": "A", "status": "RELEASED"}],
                 "workCenters": [{"plant": "P-1", "workCenterId": "MILL", "status": "ACTIVE"}]}
                """);
    }

    @Test
    void oneQuestionAnswersForTheItemAndAllThatItIsMadeOf() {
        var around = around(2);

        assertThat(around.item("GB-1").orElseThrow().description()).isEqualTo("Gearbox");
        assertThat(around.purchaseOrders("GB-1")).hasSize(1);
        assertThat(around.bom(new Structure("GB-1", "B", "P-1")).orElseThrow().lines()).hasSize(1);
        assertThat(around.routing(new Structure("GB-1", "B", "P-1"))).isPresent();
        assertThat(around.item("BR-1").orElseThrow().description()).isEqualTo("Bearing");
        assertThat(around.revisions("BR-1")).hasSize(1);
        assertThat(around.workCenter(new InPlant("MILL", "P-1"))).isPresent();
        assertThat(below.reads(DOSSIER)).isEqualTo(1);
        assertThat(below.reads(ITEM + "BR-1")).isZero();
    }

    @Test
    void aPlantWithoutAStructureIsNotAskedAgain() {
        assertThat(around(2).bom(new Structure("GB-1", "B", "P-2"))).isEmpty();
        assertThat(below.reads(ITEM + "GB-1/revisions/B/boms/P-2")).isZero();
    }

    @Test
    void whatStandsInNoDossierIsAskedByItself() {
        below.says(
                ITEM + "SL-9",
                """
                {"itemId": "SL-9", "description": "Seal", "type": "COMPONENT", "baseUnit": "EA", "batchManaged": false, "plants": []}
                """);
        below.says(
                "/system/v1/work-centers/P-1/LATHE",
                "{\"plant\": \"P-1\", \"workCenterId\": \"LATHE\"}");
        var around = around(2);

        assertThat(around.item("SL-9").orElseThrow().description()).isEqualTo("Seal");
        assertThat(around.workCenter(new InPlant("LATHE", "P-1"))).isPresent();
    }

    @Test
    void plantsThatDoNotFitIntoTheQuestionAreAskedOneByOne() {
        below.says(
                ITEM + "GB-1/revisions/B/boms/P-60", "{\"status\": \"CERTIFIED\", \"lines\": []}");

        assertThat(around(60).bom(new Structure("GB-1", "B", "P-60"))).isPresent();
    }

    @Test
    void anItemThatErpDoesNotKnowHasNothing() {
        below.reset();
        var around = around(1);

        assertThat(around.item("GB-1")).isEmpty();
        assertThat(around.revisions("GB-1")).isEmpty();
        assertThat(around.bom(new Structure("GB-1", "B", "P-1"))).isEmpty();
        assertThat(around.routing(new Structure("GB-1", "B", "P-1"))).isEmpty();
        assertThat(below.reads(ITEM + "GB-1/revisions/B/boms/P-1")).isZero();
        assertThat(below.reads(ITEM + "GB-1/revisions/B/routings/P-1")).isZero();
    }

    private Dossiers around(int plants) {
        var change =
                new EngineeringChange(
                        "ECO-1",
                        EngineeringChange.Type.ORDER,
                        "Another seal",
                        null,
                        null,
                        EngineeringChange.Status.APPROVED,
                        new Drawings().effectivity,
                        List.of(
                                new AffectedItem(
                                        "GB-1",
                                        "B",
                                        "C",
                                        "RELEASED",
                                        true,
                                        Map.of(),
                                        IntStream.rangeClosed(1, plants)
                                                .mapToObj(n -> "P-" + n)
                                                .toList(),
                                        Map.of())),
                        List.of(),
                        List.of(),
                        List.of(),
                        1,
                        null);
        return new Dossiers(change, facts);
    }
}
