package dev.interlock.system.order.reference;

import dev.interlock.platform.problem.GatewayException.WrongState;
import dev.interlock.system.master.Refusal;
import dev.interlock.system.order.OrderCommand;
import dev.interlock.system.order.ProductionOrder;
import dev.interlock.system.order.ProductionOrder.Component;
import dev.interlock.system.order.ProductionOrder.Flag;
import dev.interlock.system.order.ProductionOrder.LotShare;
import dev.interlock.system.order.ProductionOrder.OperationStatus;
import dev.interlock.system.unit.Exact;
import dev.interlock.system.unit.Units;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// What has to hold before something is done with an order: every reason against it at once.
@ApplicationScoped
class OrderRules {
    private final OrderFacts facts;
    private final Units units;

    OrderRules(OrderFacts facts, Units units) {
        this.facts = facts;
        this.units = units;
    }

    /// The caller holds the items' anchors: no revision changes any more.
    void requireReleasable(Handle handle, ProductionOrder order, OrderCommand.Release release) {
        var refusal = new Refusal();
        facts.releaseHold(handle, order)
                .ifPresent(hold ->
                        refusal.add(
                                "",
                                "on-hold",
                                "Hold %s keeps it from being released.".formatted(hold)));
        var status =
                facts.revisionStatus(handle, order.itemId(), order.revision()).orElse("unknown");
        refusal.unless(
                status.equals("RELEASED"),
                "",
                "revision-status",
                "Its revision %s is %s.".formatted(order.revision(), status));
        var known = order.operations().stream().map(ProductionOrder.Operation::number).toList();
        var asked = release.operations() == null ? List.<Integer>of() : release.operations();
        for (var i = 0; i < asked.size(); i++) {
            refusal.unless(
                    known.contains(asked.get(i)),
                    "/operations/" + i,
                    "unknown-operation",
                    "The order has no operation %d.".formatted(asked.get(i)));
        }
        refusal.throwIfAny();
    }

    /// Whether all operations are released once these are; none named are all.
    static boolean isWhole(ProductionOrder order, List<Integer> asked) {
        return asked.isEmpty()
                || order.operations().stream()
                        .allMatch(operation ->
                                operation.status() != OperationStatus.CREATED
                                        || asked.contains(operation.number()));
    }

    void requireNothingIssued(ProductionOrder order) {
        var issued =
                order.components().stream().anyMatch(component -> component.issued().isPositive());
        var confirmed =
                order.operations().stream()
                        .anyMatch(operation -> operation.status() == OperationStatus.CONFIRMED);
        if (issued || confirmed) {
            throw new WrongState(
                    "production order",
                    order.orderNumber(),
                    issued ? "ISSUED" : "CONFIRMED",
                    List.of("NOTHING_ISSUED"));
        }
    }

    /// A job that the MES has may start there whatever ERP says.
    void requireNoJob(ProductionOrder order) {
        if (order.flags().contains(Flag.DISTRIBUTED_TO_MES)) {
            throw new WrongState(
                    "The MES has the job order of the production order %s, and may start it: revoke the job order first."
                            .formatted(order.orderNumber()),
                    Flag.DISTRIBUTED_TO_MES.name(),
                    List.of("NOT_DISTRIBUTED"));
        }
    }

    void requireRevision(Handle handle, ProductionOrder order, String revision) {
        var refusal = new Refusal();
        var status = facts.revisionStatus(handle, order.itemId(), revision);
        if (status.isEmpty()) {
            refusal.unknown("/revision", "revision", order.itemId() + "/" + revision);
        } else {
            refusal.unless(
                    status.get().equals("RELEASED"),
                    "/revision",
                    "revision-status",
                    "The revision %s is %s.".formatted(revision, status.get()));
        }
        refusal.throwIfAny();
    }

    /// The lots of an assignment in base units, once they fit the component.
    List<LotShare> inBaseUnits(
            Handle handle, ProductionOrder order, OrderCommand.AssignLots assignment) {
        var refusal = new Refusal();
        var component =
                order.components().stream()
                        .filter(candidate -> candidate.position() == assignment.position())
                        .findFirst();
        if (component.isEmpty()) {
            refusal.unknown("/position", "component", String.valueOf(assignment.position()));
            refusal.throwIfAny();
        }
        var shares = shares(handle, component.orElseThrow(), assignment.lots(), refusal);
        refusal.throwIfAny();
        return shares;
    }

    private List<LotShare> shares(
            Handle handle, Component component, List<LotShare> lots, Refusal refusal) {
        var measures = units.of(handle, component.itemId());
        var names = lots.stream().map(LotShare::lot).toList();
        var known = facts.lots(handle, component.itemId(), names);
        refusal.unless(
                names.stream().distinct().count() == names.size(),
                "/lots",
                "duplicate",
                "A lot stands more than once.");
        var shares = new ArrayList<LotShare>();
        var total = BigDecimal.ZERO;
        for (var i = 0; i < lots.size(); i++) {
            var share = lots.get(i);
            refusal.unlessKnown(known, "/lots/" + i + "/lot", "lot", share.lot());
            refusal.unless(
                    share.quantity().isPositive(),
                    "/lots/" + i + "/quantity/value",
                    "positive",
                    "Nothing of a lot.");
            var base =
                    measures.toBase(
                            component.itemId(),
                            share.quantity(),
                            "/lots/" + i + "/quantity",
                            refusal.violations());
            if (base != null) {
                total = total.add(base);
                shares.add(
                        new LotShare(
                                share.lot(),
                                Exact.of(base, measures.baseUnit(component.itemId()))));
            }
        }
        refusal.unless(
                total.compareTo(component.quantity().value()) <= 0,
                "/lots",
                "too-much",
                "The lots are more than the component needs.");
        return shares;
    }
}
