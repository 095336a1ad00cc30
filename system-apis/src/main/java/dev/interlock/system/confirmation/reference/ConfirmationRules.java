package dev.interlock.system.confirmation.reference;

import dev.interlock.platform.problem.GatewayException.WrongState;
import dev.interlock.platform.quantity.Quantity;
import dev.interlock.system.confirmation.ConfirmationDraft;
import dev.interlock.system.master.Refusal;
import dev.interlock.system.order.OrderSettings;
import dev.interlock.system.order.OrderStep;
import dev.interlock.system.order.ProductionOrder;
import dev.interlock.system.order.ProductionOrder.Flag;
import dev.interlock.system.order.ProductionOrder.Operation;
import dev.interlock.system.order.ProductionOrder.OperationStatus;
import dev.interlock.system.unit.Measures;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What has to hold before something is confirmed: every reason against it at once.
@ApplicationScoped
class ConfirmationRules {
    private final OrderSettings settings;

    ConfirmationRules(OrderSettings settings) {
        this.settings = settings;
    }

    /// In the order's unit, or refused because it does not convert.
    Report inBaseUnits(ProductionOrder order, ConfirmationDraft draft, Measures measures) {
        var refusal = new Refusal();
        var report =
                Report.of(
                        draft,
                        base(order, draft.yield(), "/yield", measures, refusal),
                        base(order, draft.scrap(), "/scrap", measures, refusal),
                        base(order, draft.rework(), "/rework", measures, refusal));
        refusal.throwIfAny();
        return report;
    }

    /// The operation that is confirmed.
    Operation check(ProductionOrder order, Report report, Instant now) {
        var number = order.orderNumber();
        OrderStep.CONFIRM.require(number, order.lifecycle());
        if (order.flags().contains(Flag.LOCKED)) {
            throw new WrongState("production order", number, "LOCKED", List.of("UNLOCKED"));
        }
        var refusal = new Refusal();
        var operation = order.operation(report.operation());
        if (operation.isEmpty()) {
            refusal.unknown("/operation", "operation", String.valueOf(report.operation()));
        }
        checkTimes(report, now, refusal);
        refusal.unless(
                report.scrap().signum() == 0 || report.reasonCode() != null,
                "/reasonCode",
                "not-null",
                "What is scrapped has a reason.");
        refusal.unless(
                report.last() || report.pieces().add(report.rework()).signum() > 0,
                "/yield/value",
                "positive",
                "Only a final confirmation may be of nothing.");
        operation
                .filter(found -> found.status() == OperationStatus.RELEASED)
                .ifPresent(found -> checkPieces(order, found, report, refusal));
        operation
                .filter(found -> found.status() != OperationStatus.RELEASED)
                .ifPresent(found -> refuse(number, found));
        refusal.throwIfAny();
        return operation.orElseThrow();
    }

    private static void refuse(String orderNumber, Operation operation) {
        throw new WrongState(
                "operation",
                orderNumber + "/" + operation.number(),
                operation.status().name(),
                List.of(OperationStatus.RELEASED.name()));
    }

    private void checkTimes(Report report, Instant now, Refusal refusal) {
        refusal.unless(
                !report.endedAt().isBefore(report.startedAt()),
                "/endedAt",
                "before-start",
                "It ended before it started.");
        refusal.unless(
                !report.endedAt().isAfter(now.plus(settings.clockTolerance())),
                "/endedAt",
                "in-the-future",
                "It is not over yet: here it is %s.".formatted(now));
    }

    private void checkPieces(
            ProductionOrder order, Operation operation, Report report, Refusal refusal) {
        var yield = operation.yield().value().add(report.yield());
        var most = settings.most(order.quantity().value());
        refusal.unless(
                yield.compareTo(most) <= 0,
                "/yield/value",
                "over-delivery",
                "The operation would have yielded %s; at most %s are to be made."
                        .formatted(yield.toPlainString(), most.toPlainString()));
        var pieces = yield.add(operation.scrap().value()).add(report.scrap());
        before(order, operation)
                .ifPresent(previous ->
                        refusal.unless(
                                pieces.compareTo(previous.yield().value()) <= 0,
                                "/yield/value",
                                "more-than-before",
                                "Operation %d has yielded %s; %s would have come out of this one."
                                        .formatted(
                                                previous.number(),
                                                previous.yield().value().toPlainString(),
                                                pieces.toPlainString())));
    }

    /// The nearest operation before it of which something was confirmed: not every operation is.
    private static Optional<Operation> before(ProductionOrder order, Operation operation) {
        return order.operations().stream()
                .filter(other -> other.number() < operation.number())
                .filter(other ->
                        other.status() == OperationStatus.CONFIRMED
                                || other.yield().isPositive()
                                || other.scrap().isPositive())
                .reduce((_, later) -> later);
    }

    private static BigDecimal base(
            ProductionOrder order,
            @Nullable Quantity quantity,
            String pointer,
            Measures measures,
            Refusal refusal) {
        if (quantity == null) {
            return BigDecimal.ZERO;
        }
        refusal.unless(
                quantity.value().signum() >= 0,
                pointer + "/value",
                "negative",
                "Less than nothing is not made.");
        var base = measures.toBase(order.itemId(), quantity, pointer, refusal.violations());
        return base == null ? BigDecimal.ZERO : base;
    }
}
