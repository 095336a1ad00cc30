package dev.interlock.process.orderrelease;

import static dev.interlock.process.orderrelease.OnTheDesk.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.process.check.Result;
import dev.interlock.process.check.Result.Failed;
import dev.interlock.process.check.Result.NotRun;
import dev.interlock.process.check.Result.Passed;
import dev.interlock.process.facts.SalesOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanningConditionsTest {
    private final OnTheDesk desk = new OnTheDesk();

    @Test
    void namesTheOrdersThatMakeItsComponentsAndAreNotReleased() {
        desk.subOrder("100001-1", "RELEASED");
        desk.subOrder("100001-2", "CREATED");
        desk.subOrder("100001-3", "PARTIALLY_RELEASED");

        var failed = failed(PlanningConditions.subOrdersReleased(desk.question()));

        assertThat(failed.detail())
                .isEqualTo(
                        "Order 100001-2, which makes 5 EA of SH-3310 until 2026-03-01, is CREATED."
                                + " Order 100001-3, which makes 5 EA of SH-3310 until 2026-03-01,"
                                + " is PARTIALLY_RELEASED.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RELEASED", "IN_PROCESS", "DELIVERED", "CANCELLED"})
    void anOrderThatIsOnItsWayOrCancelledHoldsNothingUp(String lifecycle) {
        desk.subOrder("100001-1", lifecycle);

        assertThat(PlanningConditions.subOrdersReleased(desk.question()))
                .isInstanceOf(Passed.class);
    }

    @Test
    void withoutASalesOrderThereIsNoDemandToAskFor() {
        assertThat(PlanningConditions.demandValid(desk.question())).isInstanceOf(NotRun.class);
    }

    @Test
    void anOpenSalesOrderIsDemand() {
        serves("OPEN");

        assertThat(PlanningConditions.demandValid(desk.question())).isInstanceOf(Passed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ON_HOLD", "CLOSED", "CANCELLED"})
    void aSalesOrderThatIsNotOpenIsNone(String status) {
        serves(status);

        assertThat(failed(PlanningConditions.demandValid(desk.question())).detail())
                .isEqualTo("The sales order 20001 of Windkraft AG is " + status + ".");
    }

    @Test
    void aSalesOrderThatNobodyKnowsIsNone() {
        desk.salesOrderNumber = "20001";

        assertThat(failed(PlanningConditions.demandValid(desk.question())).detail())
                .isEqualTo("ERP does not know the sales order 20001.");
    }

    @Test
    void aWorkCenterThatIsPlannedFullAndNoMoreHasTheTime() {
        desk.load("ASSY-1", MONDAY, "PT16H");

        assertThat(PlanningConditions.capacity(desk.question())).isInstanceOf(Passed.class);
    }

    @Test
    void namesWorkCenterLoadAndCapacityOfTheOverloadedDay() {
        desk.load("ASSY-1", MONDAY, "PT17H5M");

        var failed = failed(PlanningConditions.capacity(desk.question()));

        assertThat(failed.detail())
                .isEqualTo(
                        "Work center ASSY-1 has 17:05 h planned on 2026-03-02 and can do 16:00 h:"
                                + " 1:05 h too much.");
        assertThat(failed.evidence()).containsKey("ASSY-1");
    }

    @Test
    void namesADayOnWhichAnOperationGoesOn() {
        desk.load("ASSY-1", MONDAY, "PT16H");
        desk.load("ASSY-1", MONDAY.plusDays(1), "PT20H");

        assertThat(failed(PlanningConditions.capacity(desk.question())).detail())
                .isEqualTo(
                        "Work center ASSY-1 has 20:00 h planned on 2026-03-03 and can do 16:00 h:"
                                + " 4:00 h too much.");
    }

    @Test
    void anOrderThatLacksTheRuleItsTypeNeedsCannotBeSettled() {
        desk.flags.add("COST_ERROR");
        desk.settlementRule = null;

        assertThat(failed(PlanningConditions.costReady(desk.question())).detail())
                .isEqualTo(
                        "An order of type STANDARD needs a settlement rule, and this one has"
                                + " none.");
    }

    @Test
    void whatErpFlagsAsWrongCannotBeSettledEither() {
        desk.flags.add("COST_ERROR");

        assertThat(failed(PlanningConditions.costReady(desk.question())).detail())
                .contains("COST_ERROR");
    }

    @Test
    void aTypeThatNeedsNoRuleNeedsNone() {
        desk.settlementRule = null;

        assertThat(PlanningConditions.costReady(desk.question())).isInstanceOf(Passed.class);
    }

    private void serves(String status) {
        desk.salesOrderNumber = "20001";
        desk.salesOrders.put("20001", new SalesOrder("20001", "Windkraft AG", status));
    }

    private static Failed failed(Result result) {
        assertThat(result).isInstanceOf(Failed.class);
        return (Failed) result;
    }
}
