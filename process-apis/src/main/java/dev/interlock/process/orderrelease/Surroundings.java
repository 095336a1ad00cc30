package dev.interlock.process.orderrelease;

import dev.interlock.process.check.Fact;
import dev.interlock.process.facts.OrderDossier;
import dev.interlock.process.facts.ProductionOrder;
import dev.interlock.process.facts.ProductionOrder.Operation;
import dev.interlock.process.facts.Quality.InspectionPlan;
import dev.interlock.process.facts.Quality.Nonconformance;
import dev.interlock.process.facts.QualityFacts;
import dev.interlock.process.facts.SalesOrder;
import dev.interlock.process.facts.Stock.PromisedLot;
import dev.interlock.process.facts.Stock.Reservation;
import dev.interlock.process.facts.SubOrder;
import dev.interlock.process.facts.WorkCenterLoad;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What stands around an order: who inspects it, who waits for it, what it waits for, and what else
/// its work centers have to do. `reservation` is what it has been promised already, `promisedLots`
/// which of its lots others have been promised.
record Surroundings(
        Fact<ProductionOrder, Optional<InspectionPlan>> inspectionPlan,
        Fact<ProductionOrder, List<Nonconformance>> critical,
        Fact<String, List<SubOrder>> subOrders,
        Fact<String, Optional<SalesOrder>> salesOrders,
        Fact<String, List<WorkCenterLoad>> loads,
        Optional<Reservation> reservation,
        List<PromisedLot> promisedLots) {

    static LocalDate begin(ProductionOrder order, Operation operation) {
        return operation.plannedStart() == null ? order.plannedStart() : operation.plannedStart();
    }

    static Surroundings of(OrderDossier dossier, QualityFacts quality) {
        return new Surroundings(
                new Fact<>(o -> quality.inspectionPlan(o.plant(), o.itemId(), o.revision())),
                new Fact<>(quality::openCritical),
                new Fact<>(_ -> dossier.subOrders()),
                new Fact<>(_ -> Optional.ofNullable(dossier.salesOrder())),
                new Fact<>(dossier::loadsOf),
                Optional.ofNullable(dossier.reservation()),
                dossier.promisedLots());
    }

    /// What quality has to be asked for.
    void askAhead(ProductionOrder order) {
        if (!order.inspections().isEmpty()) {
            inspectionPlan.ask(order);
        }
        critical.ask(order);
    }
}
