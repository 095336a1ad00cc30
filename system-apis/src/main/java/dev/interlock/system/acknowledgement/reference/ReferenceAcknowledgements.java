package dev.interlock.system.acknowledgement.reference;

import dev.interlock.platform.etag.IfMatch;
import dev.interlock.platform.paging.Page;
import dev.interlock.platform.problem.GatewayException.NotFound;
import dev.interlock.platform.problem.GatewayException.WrongState;
import dev.interlock.system.access.OnBehalf;
import dev.interlock.system.access.Sight;
import dev.interlock.system.acknowledgement.Acknowledgement;
import dev.interlock.system.acknowledgement.AcknowledgementDraft;
import dev.interlock.system.acknowledgement.AcknowledgementQuery;
import dev.interlock.system.acknowledgement.Acknowledgements;
import dev.interlock.system.acknowledgement.ChangeDecisions;
import dev.interlock.system.effect.Done;
import dev.interlock.system.effect.LocalWrite;
import dev.interlock.system.event.EventType;
import dev.interlock.system.event.Outbox;
import dev.interlock.system.purchase.OrderBook;
import dev.interlock.system.purchase.PurchaseOrder;
import dev.interlock.system.purchase.PurchaseOrder.Status;
import dev.interlock.system.unit.Units;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Acknowledgements of the embedded reference ERP.
@ApplicationScoped
@Identifier("reference")
class ReferenceAcknowledgements implements Acknowledgements {
    private static final Set<Status> ENDED = EnumSet.of(Status.CLOSED, Status.CANCELLED);

    private final Jdbi jdbi;
    private final OrderBook book;
    private final AcknowledgementTable table;
    private final Decisions decisions;
    private final Units units;
    private final Outbox outbox;
    private final OnBehalf caller;

    ReferenceAcknowledgements(
            Jdbi jdbi,
            OrderBook book,
            AcknowledgementTable table,
            Decisions decisions,
            Units units,
            Outbox outbox,
            OnBehalf caller) {
        this.jdbi = jdbi;
        this.book = book;
        this.table = table;
        this.decisions = decisions;
        this.units = units;
        this.outbox = outbox;
        this.caller = caller;
    }

    @Override
    public Page<Acknowledgement> acknowledgements(
            String orderNumber, AcknowledgementQuery query, Sight sight) {
        return jdbi.withHandle(handle -> {
            if (!book.knows(handle, orderNumber, sight)) {
                throw new NotFound("purchase order", orderNumber);
            }
            return table.list(handle, orderNumber, query, sight);
        });
    }

    @Override
    public Optional<Acknowledgement> acknowledgement(
            String orderNumber, String acknowledgementId, Sight sight) {
        return jdbi.withHandle(handle -> table.find(handle, orderNumber, acknowledgementId, sight));
    }

    @Override
    public LocalWrite acknowledge(
            String orderNumber,
            AcknowledgementDraft draft,
            @Nullable IfMatch ifMatch,
            Sight sight) {
        return handle -> {
            var order = open(handle, orderNumber, sight);
            if (ifMatch != null) {
                IfMatch.require(ifMatch, "purchase order " + orderNumber, order.version());
            }
            var items = order.lines().stream().map(PurchaseOrder.Line::itemId).toList();
            var answers = new AcknowledgementRules(order, units.of(handle, items)).answers(draft);
            var id = table.insert(handle, order, caller.actor());
            answers.forEach(answer -> table.insertLine(handle, id, order, answer));
            var made = table.find(handle, orderNumber, id, sight).orElseThrow();
            outbox.record(
                    handle,
                    EventType.SUPPLIER_PURCHASE_ORDER_ACKNOWLEDGED,
                    "purchase-order/" + orderNumber,
                    made);
            book.change(handle, orderNumber, answers.stream().map(Answer::change).toList());
            return Done.created(
                    "/system/v1/purchase-orders/%s/acknowledgements/%s".formatted(orderNumber, id),
                    made,
                    made.version());
        };
    }

    @Override
    public LocalWrite decide(
            String orderNumber,
            String acknowledgementId,
            ChangeDecisions wanted,
            @Nullable IfMatch ifMatch,
            Sight sight) {
        return handle -> {
            lock(handle, orderNumber, sight);
            var held =
                    table.find(handle, orderNumber, acknowledgementId, sight)
                            .orElseThrow(() -> new NotFound("acknowledgement", acknowledgementId));
            sight.requireBuyer("decide about a supplier's change");
            open(handle, orderNumber, sight);
            if (ifMatch != null) {
                IfMatch.require(ifMatch, "acknowledgement " + acknowledgementId, held.version());
            }
            book.change(handle, orderNumber, decisions.take(handle, held, wanted));
            var now = table.find(handle, orderNumber, acknowledgementId, sight).orElseThrow();
            return Done.ok(now, now.version());
        };
    }

    private PurchaseOrder lock(Handle handle, String orderNumber, Sight sight) {
        return book.lock(handle, orderNumber, sight)
                .orElseThrow(() -> new NotFound("purchase order", orderNumber));
    }

    private PurchaseOrder open(Handle handle, String orderNumber, Sight sight) {
        var order = lock(handle, orderNumber, sight);
        if (ENDED.contains(order.status())) {
            throw new WrongState(
                    "purchase order",
                    orderNumber,
                    order.status().name(),
                    Arrays.stream(Status.values())
                            .filter(status -> !ENDED.contains(status))
                            .map(Enum::name)
                            .toList());
        }
        return order;
    }
}
