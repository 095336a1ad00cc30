package dev.interlock.system.reservation.reference;

import dev.interlock.platform.problem.ProblemType;
import dev.interlock.system.master.Refusal;
import dev.interlock.system.reservation.OrderDemand;
import dev.interlock.system.reservation.ReservationDraft;
import dev.interlock.system.reservation.ReservationDraft.Despite;
import dev.interlock.system.sql.TextArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Decides what of an order's demand can be promised. The caller holds the items' anchors.
@ApplicationScoped
class Promises {
    private static final String HELD_LOTS =
            """
            SELECT wanted.lot FROM unnest(:lots) AS wanted (lot) WHERE consuming_held(:itemId, wanted.lot)
            """;

    private final StockOutlook outlook;
    private final LotClaims claims;

    Promises(StockOutlook outlook, LotClaims claims) {
        this.outlook = outlook;
        this.claims = claims;
    }

    /// All of it, or what there is where a shortage was accepted. 422 `insufficient-stock` with a
    /// violation per component that is short or whose lot is on hold, and was not to be, and per
    /// lot that others have reserved with, which nobody can accept.
    OrderDemand makeOrRefuse(Handle handle, OrderDemand demand, ReservationDraft draft) {
        var items = demand.lines().stream().map(OrderDemand.Line::itemId).distinct().toList();
        var now = outlook.of(handle, demand.plant(), items, demand.orderNumber());
        var refusal = new Refusal();
        claims.refuse(handle, demand, item -> now.of(item).promised(), refusal);
        var promises = now.take(demand.lines().stream().map(Promises::demand).toList());
        var promised = new ArrayList<OrderDemand.Line>();
        for (var i = 0; i < promises.size(); i++) {
            var line = demand.lines().get(i);
            var promise = promises.get(i);
            var at = "/components/" + line.position();
            for (var lot :
                    draft.accepts(Despite.HOLD) ? Set.<String>of() : heldLots(handle, line)) {
                refusal.add(
                        at, "on-hold", "Lot %s of %s is on hold.".formatted(lot, line.itemId()));
            }
            if (promise.confirmed().signum() > 0) {
                promised.add(line.of(promise.confirmed()));
            }
            refusal.unless(
                    draft.accepts(Despite.SHORTAGE)
                            || promise.confirmed().compareTo(line.quantity()) >= 0,
                    at,
                    "insufficient-stock",
                    "%s: %s needed on %s, %s available then, all of it %s."
                            .formatted(
                                    line.itemId(),
                                    line.quantity().toPlainString(),
                                    line.requiredOn(),
                                    promise.confirmed().toPlainString(),
                                    promise.completeOn() == null
                                            ? "on no day known"
                                            : "on " + promise.completeOn()));
        }
        refusal.throwIfAny(ProblemType.INSUFFICIENT_STOCK);
        return new OrderDemand(demand.orderNumber(), demand.plant(), promised);
    }

    private static StockOutlook.Demand demand(OrderDemand.Line line) {
        return new StockOutlook.Demand(line.itemId(), line.quantity(), line.requiredOn());
    }

    private static Set<String> heldLots(Handle handle, OrderDemand.Line line) {
        return line.lots().isEmpty()
                ? Set.of()
                : Set.copyOf(
                        handle.createQuery(HELD_LOTS)
                                .bind("itemId", line.itemId())
                                .bind("lots", TextArray.of(line.lots()))
                                .mapTo(String.class)
                                .list());
    }
}
