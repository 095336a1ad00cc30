package dev.interlock.process.facts;

import dev.interlock.process.facts.Stock.Availability;
import dev.interlock.process.facts.Stock.Balance;
import dev.interlock.process.facts.Stock.Hold;
import dev.interlock.process.facts.Stock.PromisedLot;
import dev.interlock.process.facts.Stock.Reservation;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A production order with everything that ERP knows around it, read at once.
///
/// `revisions` are of what it makes, `usedIn` the items that it goes into in the order's plant.
/// `loads` are of the days on which it is worked on, `balances` of the components that are taken
/// from lots, `availability` is what could be promised of each component, in their order,
/// `promisedLots` are those of its lots that others have reserved with, `holds` are the active ones
/// on the order, what it makes, its components, their lots, and on any supplier. `reservation` is
/// the open one of the order.
public record OrderDossier(
        ProductionOrder order,
        List<Item> items,
        List<Revision> revisions,
        List<String> usedIn,
        @Nullable Bom bom,
        @Nullable Routing routing,
        List<Conversions> conversions,
        List<WorkCenter> workCenters,
        List<Load> loads,
        List<Balance> balances,
        List<Availability> availability,
        List<PromisedLot> promisedLots,
        List<Hold> holds,
        List<SubOrder> subOrders,
        @Nullable SalesOrder salesOrder,
        @Nullable Reservation reservation,
        @Nullable ZoneId timeZone) {

    /// The units that an item can be counted in.
    public record Conversions(String itemId, List<String> units) {
        public Conversions {
            units = LeftOut.orEmpty(units);
        }
    }

    public record Load(String workCenterId, LocalDate on, Duration load, Duration capacity) {}

    /// A list that is left out is empty.
    public OrderDossier {
        items = LeftOut.orEmpty(items);
        revisions = LeftOut.orEmpty(revisions);
        usedIn = LeftOut.orEmpty(usedIn);
        conversions = LeftOut.orEmpty(conversions);
        workCenters = LeftOut.orEmpty(workCenters);
        loads = LeftOut.orEmpty(loads);
        balances = LeftOut.orEmpty(balances);
        availability = LeftOut.orEmpty(availability);
        promisedLots = LeftOut.orEmpty(promisedLots);
        holds = LeftOut.orEmpty(holds);
        subOrders = LeftOut.orEmpty(subOrders);
    }

    /// Which day it is in the order's plant.
    public LocalDate today(InstantSource clock) {
        return LocalDate.ofInstant(clock.instant(), timeZone == null ? ZoneOffset.UTC : timeZone);
    }

    public Optional<Item> item(String itemId) {
        return items.stream().filter(item -> item.itemId().equals(itemId)).findFirst();
    }

    public Optional<WorkCenter> workCenter(String workCenterId) {
        return workCenters.stream()
                .filter(center -> center.workCenterId().equals(workCenterId))
                .findFirst();
    }

    public List<WorkCenterLoad> loadsOf(String workCenterId) {
        return loads.stream()
                .filter(load -> load.workCenterId().equals(workCenterId))
                .map(load -> new WorkCenterLoad(load.on(), load.load(), load.capacity()))
                .toList();
    }

    public List<Balance> balancesOf(String itemId) {
        return balances.stream().filter(balance -> balance.itemId().equals(itemId)).toList();
    }

    /// Nothing of its material is missing, and the order does not say otherwise.
    public boolean isCovered() {
        return availability.size() == order.components().size()
                && availability.stream().noneMatch(line -> line.shortage().isPositive())
                && !order.flags().contains("MATERIAL_SHORTAGE");
    }

    /// The units that a component can be counted in, where the BOM needs another than its own.
    public List<String> convertibleUnits(String itemId) {
        return conversions.stream()
                .filter(known -> known.itemId().equals(itemId))
                .flatMap(known -> known.units().stream())
                .toList();
    }
}
