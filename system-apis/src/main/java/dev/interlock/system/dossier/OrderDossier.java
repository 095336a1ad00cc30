package dev.interlock.system.dossier;

import dev.interlock.system.hold.Hold;
import dev.interlock.system.inventory.Balance;
import dev.interlock.system.item.Item;
import dev.interlock.system.item.UnitConversions;
import dev.interlock.system.order.ProductionOrder;
import dev.interlock.system.order.SalesOrder;
import dev.interlock.system.reservation.Availability;
import dev.interlock.system.reservation.PromisedLot;
import dev.interlock.system.reservation.Reservation;
import dev.interlock.system.revision.Revision;
import dev.interlock.system.structure.Bom;
import dev.interlock.system.structure.Routing;
import dev.interlock.system.structure.WorkCenter;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A production order with what stands around it. What is not known is left out.
///
/// `items` are what it makes and the components of order and BOM, `revisions` those of what it
/// makes, `usedIn` the items that it goes into over all levels in the order's plant. `bom` and
/// `routing` stand at the order's revision and plant today, and `conversions` are of the components
/// that the BOM counts in another unit than their own. `loads` are of the days on which the order
/// is to be worked on, its own operations included. `balances` are of the components that are taken
/// from lots, in the order's plant. `availability` is what could be promised of each component, in
/// their order, and moves nothing: no flag of the order says that somebody has looked.
/// `promisedLots` are those of its lots that others have reserved with, so that they are not
/// enough. `holds` are the active ones on the order, what it makes, its components and their lots,
/// and on any supplier. `reservation` is the open one of the order, `timeZone` the plant's.
public record OrderDossier(
        ProductionOrder order,
        List<Item> items,
        List<Revision> revisions,
        List<String> usedIn,
        @Nullable Bom bom,
        @Nullable Routing routing,
        List<UnitConversions> conversions,
        List<WorkCenter> workCenters,
        List<Load> loads,
        List<Balance> balances,
        List<Availability> availability,
        List<PromisedLot> promisedLots,
        List<Hold> holds,
        List<ProductionOrder> subOrders,
        @Nullable SalesOrder salesOrder,
        @Nullable Reservation reservation,
        @Nullable ZoneId timeZone) {

    /// What is planned for a work center on a day, beside what it can do.
    @Schema(name = "OrderDossierLoad")
    public record Load(String workCenterId, LocalDate on, Duration load, Duration capacity) {}
}
