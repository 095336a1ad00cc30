package dev.interlock.system.order.reference;

import dev.interlock.platform.etag.IfMatch;
import dev.interlock.platform.problem.GatewayException.NotFound;
import dev.interlock.platform.problem.GatewayException.WrongState;
import dev.interlock.system.access.Sight;
import dev.interlock.system.anchor.Anchors;
import dev.interlock.system.event.EventType;
import dev.interlock.system.event.Outbox;
import dev.interlock.system.hold.HoldGate;
import dev.interlock.system.order.Lifecycle;
import dev.interlock.system.order.OrderCommand;
import dev.interlock.system.order.ProductionOrder;
import dev.interlock.system.order.ProductionOrder.Flag;
import dev.interlock.system.order.ProductionOrder.OperationStatus;
import dev.interlock.system.reservation.ReservationBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Does what is asked of a production order that stands. The order of locks is always the same:
/// holds, order, items.
@ApplicationScoped
class OrderCommands {
    private final OrderTable orders;
    private final OrderComponentTable components;
    private final OrderOperationTable operations;
    private final OrderFlagTable flags;
    private final OrderRules rules;
    private final OrderCopies copies;
    private final ReservationBook reservations;
    private final HoldGate holds;
    private final Anchors anchors;
    private final Outbox outbox;

    OrderCommands(
            OrderTable orders,
            OrderComponentTable components,
            OrderOperationTable operations,
            OrderFlagTable flags,
            OrderRules rules,
            OrderCopies copies,
            ReservationBook reservations,
            HoldGate holds,
            Anchors anchors,
            Outbox outbox) {
        this.orders = orders;
        this.components = components;
        this.operations = operations;
        this.flags = flags;
        this.rules = rules;
        this.copies = copies;
        this.reservations = reservations;
        this.holds = holds;
        this.anchors = anchors;
        this.outbox = outbox;
    }

    ProductionOrder perform(
            Handle handle,
            String orderNumber,
            OrderCommand command,
            @Nullable IfMatch ifMatch,
            Sight sight) {
        holds.pass(handle);
        var order =
                orders.lock(handle, orderNumber, sight)
                        .orElseThrow(() -> new NotFound("production order", orderNumber));
        if (!releasesTheRest(order, command)) {
            command.step().require(orderNumber, order.lifecycle());
        }
        var expected = command.expected();
        if (expected != null) {
            expected.require(order);
        }
        if (ifMatch != null || command instanceof OrderCommand.Release) {
            IfMatch.require(ifMatch, "production order " + orderNumber, order.version());
        }
        var fact = perform(handle, order, command);
        var now = orders.find(handle, orderNumber, sight).orElseThrow();
        outbox.record(handle, fact, "order/" + orderNumber, now);
        return now;
    }

    private EventType perform(Handle handle, ProductionOrder order, OrderCommand command) {
        var number = order.orderNumber();
        return switch (command) {
            case OrderCommand.AssignLots assignment -> {
                components.assignLots(
                        handle,
                        number,
                        assignment.position(),
                        rules.inBaseUnits(handle, order, assignment));
                orders.raiseVersion(handle, number);
                yield EventType.ERP_PRODUCTION_ORDER_CHANGED;
            }
            case OrderCommand.Release release -> release(handle, order, release);
            case OrderCommand.ReverseRelease _ -> {
                rules.requireNothingIssued(order);
                rules.requireNoJob(order);
                operations.reverse(handle, number);
                orders.setLifecycle(handle, number, Lifecycle.CREATED);
                yield EventType.ERP_PRODUCTION_ORDER_CHANGED;
            }
            case OrderCommand.ChangeRevision change ->
                    changeRevision(handle, order, change.revision());
            case OrderCommand.Lock lock -> {
                orders.markLocked(handle, number, lock.reason());
                yield EventType.ERP_PRODUCTION_ORDER_CHANGED;
            }
            case OrderCommand.Unlock _ -> {
                orders.markUnlocked(handle, number);
                yield EventType.ERP_PRODUCTION_ORDER_CHANGED;
            }
            case OrderCommand.Cancel _ -> {
                reservations.cancelOpen(handle, number);
                orders.setLifecycle(handle, number, Lifecycle.CANCELLED);
                yield EventType.ERP_PRODUCTION_ORDER_CANCELLED;
            }
            case OrderCommand.CompleteTechnically _ -> {
                reservations.cancelOpen(handle, number);
                orders.setLifecycle(handle, number, Lifecycle.TECHNICALLY_COMPLETED);
                yield EventType.ERP_PRODUCTION_ORDER_TECHNICALLY_COMPLETED;
            }
            case OrderCommand.Close _ -> {
                orders.setLifecycle(handle, number, Lifecycle.CLOSED);
                yield EventType.ERP_PRODUCTION_ORDER_CLOSED;
            }
        };
    }

    /// Work may have begun on what is released of an order while the rest is not.
    private static boolean releasesTheRest(ProductionOrder order, OrderCommand command) {
        return command instanceof OrderCommand.Release
                && order.lifecycle() == Lifecycle.IN_PROCESS
                && order.operations().stream()
                        .anyMatch(operation -> operation.status() == OperationStatus.CREATED);
    }

    private EventType release(Handle handle, ProductionOrder order, OrderCommand.Release release) {
        if (order.flags().contains(Flag.LOCKED)) {
            throw new WrongState(
                    "production order",
                    order.orderNumber(),
                    "LOCKED",
                    List.of("CREATED", "PARTIALLY_RELEASED"));
        }
        anchors.hold(handle, order.plant(), OrderItems.of(order));
        rules.requireReleasable(handle, order, release);
        var asked = release.operations() == null ? List.<Integer>of() : release.operations();
        operations.release(handle, order.orderNumber(), asked);
        var whole = OrderRules.isWhole(order, asked);
        var released = whole ? Lifecycle.RELEASED : Lifecycle.PARTIALLY_RELEASED;
        orders.setLifecycle(
                handle,
                order.orderNumber(),
                order.lifecycle() == Lifecycle.IN_PROCESS ? Lifecycle.IN_PROCESS : released);
        flags.decideCapacity(handle, order.orderNumber());
        return whole
                ? EventType.ERP_PRODUCTION_ORDER_RELEASED
                : EventType.ERP_PRODUCTION_ORDER_PARTIALLY_RELEASED;
    }

    /// The structure is copied anew; what was released is released again.
    private EventType changeRevision(Handle handle, ProductionOrder order, String revision) {
        rules.requireNothingIssued(order);
        rules.requireRevision(handle, order, revision);
        anchors.hold(handle, order.plant(), OrderItems.of(order));
        reservations.cancelOpen(handle, order.orderNumber());
        orders.setRevision(handle, order.orderNumber(), revision);
        copies.copy(
                handle, orders.find(handle, order.orderNumber(), Sight.EVERYTHING).orElseThrow());
        if (order.lifecycle() != Lifecycle.CREATED) {
            operations.release(handle, order.orderNumber(), List.of());
            orders.setLifecycle(handle, order.orderNumber(), Lifecycle.RELEASED);
        }
        return EventType.ERP_PRODUCTION_ORDER_CHANGED;
    }
}
