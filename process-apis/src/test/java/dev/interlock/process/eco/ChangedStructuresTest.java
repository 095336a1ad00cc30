package dev.interlock.process.eco;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.process.check.Check;
import dev.interlock.process.check.Result;
import dev.interlock.process.check.Result.Failed;
import dev.interlock.process.check.Result.Passed;
import dev.interlock.process.eco.EngineeringChange.Action;
import dev.interlock.process.eco.EngineeringChange.AffectedItem;
import dev.interlock.process.eco.EngineeringChange.BomChange;
import dev.interlock.process.eco.EngineeringChange.RoutingChange;
import dev.interlock.process.facts.ItemFacts.Use;
import dev.interlock.process.facts.Routing;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Whether what a change makes of BOMs and routings can be built.
class ChangedStructuresTest {
    private final Drawings world = new Drawings();

    @Test
    void aFirstRevisionHasNoStructureToChange() {
        world.revisions.put("SL-0470", List.of());
        world.affected.set(0, Parts.affected("SL-0470", null, "A", Map.of()));
        world.adds("SL-0470", "HS-1200", 10);
        world.dropsOperation("SL-0470", 10);

        assertThat(failure(new BomIntegrityCheck()))
                .isEqualTo(
                        "This change releases the first revision of SL-0470: plant 1000 has no BOM"
                                + " of an earlier one to change.");
        assertThat(failure(new RoutingIntegrityCheck()))
                .isEqualTo(
                        "This change releases the first revision of SL-0470: plant 1000 has no"
                                + " routing of an earlier one to change.");
    }

    @Test
    void aFirstRevisionIsMadeOfWhatCanBeBuilt() {
        world.item("NP-1", "FINISHED_GOOD", "A");
        world.revisions.put("NP-1", List.of(Parts.revision("NP-1", "A", "IN_WORK", null)));
        world.affected.set(0, Parts.affected("NP-1", null, "A", Map.of()));
        world.boms.put("NP-1", Parts.bom("DRAFT", Parts.line(10, "XX-1")));

        assertThat(failure(new BomIntegrityCheck()))
                .isEqualTo(
                        "The BOM of NP-1 revision A in plant 1000 is DRAFT: certify it first, or"
                                + " leave the plant out. Position 10 of NP-1: ERP does not know the"
                                + " component XX-1.");
    }

    @Test
    void aLoopThroughWhatTheSameChangeAddsElsewhereIsSeen() {
        world.item("PC-2100", "ASSEMBLY", "A");
        world.affected.add(Parts.affected("PC-2100", "A", "B", Map.of()));
        world.adds("GB-4711", "PC-2100", 90);
        world.adds("PC-2100", "GB-4711", 10);

        assertThat(failure(new BomIntegrityCheck()))
                .contains("GB-4711 would contain itself through PC-2100.")
                .contains("PC-2100 would contain itself through GB-4711.");
    }

    @Test
    void whatGoesOutOfAnItemMayTakeItIn() {
        world.item("PC-2100", "ASSEMBLY", "A");
        world.affected.add(Parts.affected("HS-1200", "A", "B", Map.of()));
        world.affected.add(Parts.affected("PC-2100", "A", "B", Map.of()));
        world.uses.put("HS-1200", List.of(new Use("GB-4711", "1000", "HS-1200")));
        world.adds("PC-2100", "GB-4711", 10);
        world.adds("HS-1200", "PC-2100", 10);
        assertThat(failure(new BomIntegrityCheck()))
                .contains("HS-1200 would contain itself through PC-2100.");

        world.removes("GB-4711", "HS-1200", 10, Map.of());
        assertThat(ask(new BomIntegrityCheck())).isInstanceOf(Passed.class);
    }

    @Test
    void aLoopThroughStructuresThatStayIsSeen() {
        world.affected.set(0, Parts.affected("HS-1200", "A", "B", Map.of()));
        world.item("PU-1", "ASSEMBLY", "A");
        world.uses.put(
                "HS-1200",
                List.of(new Use("GB-4711", "1000", "HS-1200"), new Use("PU-1", "1000", "GB-4711")));
        world.adds("HS-1200", "PU-1", 10);

        assertThat(failure(new BomIntegrityCheck()))
                .isEqualTo("HS-1200 would contain itself through PU-1.");
    }

    @Test
    void changesThatPutTwoItemsIntoEachOtherWaitForEachOther() {
        var other = new Drawings();
        other.affected.set(0, Parts.affected("PC-2100", "A", "B", Map.of()));
        other.adds("PC-2100", "GB-4711", 10);
        world.adds("GB-4711", "PC-2100", 90);
        world.adds("GB-4711", "PC-2100", 95);
        world.removes("GB-4711", "SL-0450", 80, Map.of());

        assertThat(Propagations.keys(world.proposal().change()))
                .containsExactly("change:ECO-1", "item:GB-4711", "pair:GB-4711+PC-2100");
        assertThat(Propagations.keys(other.proposal().change())).contains("pair:GB-4711+PC-2100");
    }

    @Test
    void whatDoesNotFitOnePlantNamesIt() {
        world.isMadeElsewhereToo();
        world.affected.set(
                0,
                new AffectedItem(
                        "GB-4711", "B", "C", null, null, null, List.of("1000", "2000"), null));
        world.boms.put("GB-4711 in 2000", Parts.bom(Parts.line(10, "HS-1200")));
        world.removes("GB-4711", "SL-9999", 10, Map.of());
        world.removes("GB-4711", "SL-0450", 80, Map.of());
        world.assembledOn("ASSY-1", null);
        world.routings.put(
                "GB-4711 in 2000", new Routing("CERTIFIED", null, null, null, List.of()));
        world.dropsOperation("GB-4711", 10);

        assertThat(failure(new BomIntegrityCheck()))
                .isEqualTo(
                        "Position 10 of GB-4711 does not hold SL-9999, which is to be removed. In"
                                + " plant 2000: Position 80 of GB-4711 does not hold SL-0450, which"
                                + " is to be removed.");
        assertThat(failure(new RoutingIntegrityCheck()))
                .contains(
                        "In plant 2000: Operation 10 of GB-4711 does not exist and cannot be"
                                + " removed.");
    }

    @Test
    void aLineIsUsedUpInAnOperationThatThePlantHas() {
        world.bomChanges.add(
                new BomChange(Action.CHANGE, "GB-4711", "SL-0450", 80, null, null, 30, Map.of()));
        var missing = "Position 80 of GB-4711 needs operation 30, which plant 1000 does not have.";
        assertThat(failure(new BomIntegrityCheck())).isEqualTo(missing);

        world.assembledOn("ASSY-1", null);
        assertThat(failure(new BomIntegrityCheck())).isEqualTo(missing);
    }

    @Test
    void structuresOfAnItemThatTheChangeDoesNotListAreNotPassedOver() {
        world.adds("SL-0450", "HS-1200", 10);
        world.dropsOperation("HS-1200", 10);
        world.dropsOperation("HS-1200", 20);

        assertThat(failure(new BomIntegrityCheck()))
                .isEqualTo(
                        "The BOM of SL-0450 is to change, but the change does not list the item.");
        assertThat(failure(new RoutingIntegrityCheck()))
                .isEqualTo(
                        "The routing of HS-1200 is to change, but the change does not list the"
                                + " item.");
    }

    @Test
    void aWorkCenterIsValidWhenTheChangeHolds() {
        world.assembledOn("ASSY-1", "2026-11-30");
        assertThat(ask(new RoutingIntegrityCheck())).isInstanceOf(Passed.class);

        world.holds("DATE", "2026-12-01", null);
        assertThat(failure(new RoutingIntegrityCheck()))
                .isEqualTo(
                        "Operation 10 of GB-4711 in plant 1000 needs work center ASSY-1, which is"
                                + " not valid on 2026-12-01.");
    }

    @Test
    void anOperationGoesToASubcontractorThatErpKnows() {
        world.assembledOn("ASSY-1", null);
        world.routingChanges.add(subcontracted("ACME"));
        assertThat(ask(new RoutingIntegrityCheck())).isInstanceOf(Passed.class);

        world.routingChanges.set(0, subcontracted("ACNE"));
        assertThat(failure(new RoutingIntegrityCheck()))
                .isEqualTo(
                        "Operation 10 of GB-4711 is to go to subcontractor ACNE, which ERP does not"
                                + " know.");
    }

    private static RoutingChange subcontracted(String supplierId) {
        return new RoutingChange(
                Action.CHANGE, "GB-4711", 10, null, null, null, null, null, supplierId);
    }

    private Result ask(Check<Proposal> check) {
        return check.ask(world.proposal());
    }

    private String failure(Check<Proposal> check) {
        return ((Failed) ask(check)).detail();
    }
}
