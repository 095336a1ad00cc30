package dev.interlock.process.orderrelease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.process.check.Result.Failed;
import dev.interlock.process.check.Result.Passed;
import dev.interlock.process.facts.ProductionOrder.Operation;
import dev.interlock.process.facts.Quality.InspectionPlan;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QualityConditionsTest {
    private final OnTheDesk desk = new OnTheDesk();

    @Test
    void anInspectionThatIsPlannedAndNothingCriticalPass() {
        assertThat(QualityConditions.qualityReady(desk.question())).isInstanceOf(Passed.class);
    }

    @Test
    void whereTheRoutingInspectsThereMustBeAPlanAtThisRevision() {
        desk.plan = Optional.empty();

        assertThat(failed().detail())
                .isEqualTo(
                        "Plant 1000 has no inspection plan of GB-4711 revision B; inspected at"
                                + " operation 20.");
    }

    @Test
    void aPlanThatLeavesOutAnInspectionNamesTheOperation() {
        desk.plan = Optional.of(new InspectionPlan(List.of(10), List.of()));

        assertThat(failed().evidence()).containsEntry("operationsWithoutPlan", List.of(20));
    }

    @Test
    void whereNothingIsInspectedNoPlanIsNeeded() {
        desk.operations.removeIf(Operation::inspection);
        desk.plan = Optional.empty();

        assertThat(QualityConditions.qualityReady(desk.question())).isInstanceOf(Passed.class);
    }

    @Test
    void everyCriticalNonconformanceIsToldOnce() {
        desk.critical.add(desk.nonconformance("NC-1", "100001"));
        desk.critical.add(desk.nonconformance("NC-2", null));

        assertThat(failed().detail())
                .isEqualTo(
                        "Critical nonconformance NC-1 on GB-4711 of order 100001 is OPEN: Crack at"
                                + " the flange. Critical nonconformance NC-2 on GB-4711 is OPEN:"
                                + " Crack at the flange.");
    }

    private Failed failed() {
        var result = QualityConditions.qualityReady(desk.question());
        assertThat(result).isInstanceOf(Failed.class);
        return (Failed) result;
    }
}
