package dev.interlock.process.orderrelease;

import dev.interlock.process.check.Fact;
import dev.interlock.process.facts.Bom;
import dev.interlock.process.facts.ChangeFacts.Approved;
import dev.interlock.process.facts.Item;
import dev.interlock.process.facts.ProductionOrder;
import dev.interlock.process.facts.Purchasing.ItemSupplier;
import dev.interlock.process.facts.Revision;
import dev.interlock.process.facts.Routing;
import dev.interlock.process.facts.ShopFloor.JobOrder;
import dev.interlock.process.facts.ShopFloor.Master;
import dev.interlock.process.facts.Stock.Availability;
import dev.interlock.process.facts.Stock.Balance;
import dev.interlock.process.facts.Stock.Hold;
import dev.interlock.process.facts.WorkCenter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// "May this order start?" with everything the checks need to know, each thing asked once. `runId`
/// names the release that asks; a mere check has none.
record Question(
        ProductionOrder order,
        Optional<String> runId,
        LocalDate today,
        Fact<String, Optional<Item>> items,
        Fact<String, List<Revision>> revisions,
        Fact<String, List<String>> ancestors,
        Fact<String, List<String>> convertibleUnits,
        Fact<ProductionOrder, Optional<Bom>> bom,
        Fact<ProductionOrder, Optional<Routing>> routing,
        Fact<String, Optional<WorkCenter>> workCenters,
        Fact<ProductionOrder, List<Availability>> availability,
        Fact<String, List<Balance>> balances,
        Fact<String, List<Hold>> holds,
        Fact<String, List<ItemSupplier>> suppliers,
        Fact<String, List<Approved>> changes,
        Fact<ProductionOrder, Optional<Master>> master,
        Fact<String, Optional<JobOrder>> jobOrder,
        Surroundings surroundings) {
    private static final String ALL = "";

    /// Asks side by side for everything that the order's dossier does not tell.
    Question askAhead() {
        availability.ask(order);
        changes.ask(ALL);
        master.ask(order);
        jobOrder.ask(order.orderNumber());
        surroundings.askAhead(order);
        return this;
    }

    /// As this release asks it.
    Question of(String release) {
        return new Question(
                order,
                Optional.of(release),
                today,
                items,
                revisions,
                ancestors,
                convertibleUnits,
                bom,
                routing,
                workCenters,
                availability,
                balances,
                holds,
                suppliers,
                changes,
                master,
                jobOrder,
                surroundings);
    }

    List<Hold> activeHolds() {
        return holds.of(ALL);
    }

    List<Approved> approvedChanges() {
        return changes.of(ALL);
    }
}
