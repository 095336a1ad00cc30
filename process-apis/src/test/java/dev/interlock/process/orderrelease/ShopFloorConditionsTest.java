package dev.interlock.process.orderrelease;

import static dev.interlock.process.orderrelease.OnTheDesk.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.process.check.Result.Barred;
import dev.interlock.process.check.Result.Failed;
import dev.interlock.process.check.Result.Passed;
import dev.interlock.process.facts.Bom;
import dev.interlock.process.facts.ProductionOrder;
import dev.interlock.process.facts.ShopFloor.Component;
import dev.interlock.process.facts.ShopFloor.Master;
import dev.interlock.process.facts.ShopFloor.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The order on the desk works at ASSY-1 and then at TEST-1.
class ShopFloorConditionsTest {
    private static final List<Step> STEPS = List.of(new Step(10, "ASSY-1"), new Step(20, "TEST-1"));

    private final OnTheDesk desk = new OnTheDesk();

    @Test
    void aMesThatMakesItTheSameWayIsReady() {
        desk.takes(10, "SG-2300");
        desk.master = master(List.of(new Component("SG-2300")), STEPS);

        assertThat(ShopFloorConditions.ready(desk.question())).isInstanceOf(Passed.class);
    }

    @Test
    void aMesThatDoesNotKnowTheRevisionRefusesIt() {
        assertThat(ShopFloorConditions.ready(desk.question())).isInstanceOf(Barred.class);
    }

    @Test
    void aComponentThatTheMesDoesNotKnowOfIsNamed() {
        desk.takes(10, "SG-2300");
        desk.master = master(List.of(), STEPS);

        assertThat(((Failed) ShopFloorConditions.ready(desk.question())).detail())
                .isEqualTo("The MES makes it without the component SG-2300.");
    }

    @Test
    void anOperationThatTheMesDoesElsewhereIsNamed() {
        desk.master = master(List.of(), List.of(STEPS.getFirst(), new Step(20, "TEST-2")));

        assertThat(((Failed) ShopFloorConditions.ready(desk.question())).detail())
                .isEqualTo("The MES does not know operation 20 at work center TEST-1.");
    }

    /// The MES is told what stands in the BOM, and there stands the phantom.
    @Test
    void whatComesOutOfAPhantomIsKnownByThePhantom() {
        desk.components.add(
                new ProductionOrder.Component(
                        10,
                        "SG-2300",
                        Quantity.of("5", "EA"),
                        MONDAY,
                        null,
                        List.of(),
                        List.of("KIT-1", "KIT-2")));
        desk.master = master(List.of(new Component("KIT-1")), STEPS);

        assertThat(ShopFloorConditions.ready(desk.question())).isInstanceOf(Passed.class);
    }

    /// It was made before orders told their phantoms.
    @Test
    void anOlderOrderOfAPhantomIsNotTakenForAnother() {
        desk.takes(10, "SG-2300");
        desk.bom =
                new Bom(
                        "PRODUCTION",
                        "CERTIFIED",
                        Quantity.of("1", "EA"),
                        null,
                        List.of(
                                new Bom.Line(
                                        10,
                                        "KIT-1",
                                        Quantity.of("1", "EA"),
                                        null,
                                        true,
                                        false,
                                        10,
                                        null,
                                        null)));
        desk.master = master(List.of(new Component("KIT-1")), STEPS);

        assertThat(ShopFloorConditions.ready(desk.question())).isInstanceOf(Passed.class);
    }

    private static Master master(List<Component> bom, List<Step> operations) {
        return new Master("GB-4711", "B", bom, operations);
    }
}
