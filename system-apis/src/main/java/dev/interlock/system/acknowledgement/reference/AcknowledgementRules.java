package dev.interlock.system.acknowledgement.reference;

import dev.interlock.platform.problem.GatewayException.WrongState;
import dev.interlock.platform.quantity.Quantity;
import dev.interlock.system.acknowledgement.Acknowledgement.Response;
import dev.interlock.system.acknowledgement.AcknowledgementDraft;
import dev.interlock.system.master.Refusal;
import dev.interlock.system.master.Sorted;
import dev.interlock.system.purchase.PurchaseOrder;
import dev.interlock.system.purchase.PurchaseOrder.LineState;
import dev.interlock.system.unit.Measures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a supplier may answer to a line, and what it has to say with it.
final class AcknowledgementRules {
    private static final Set<LineState> ANSWERABLE =
            EnumSet.of(LineState.ORDERED, LineState.CONFIRMED);

    private final PurchaseOrder order;
    private final Measures measures;
    private final Refusal refusal = new Refusal();

    AcknowledgementRules(PurchaseOrder order, Measures measures) {
        this.order = order;
        this.measures = measures;
    }

    /// 422 with every reason at once, then 409 for a line that is past being answered.
    List<Answer> answers(AcknowledgementDraft draft) {
        refusal.unless(
                Sorted.unique(draft.lines(), AcknowledgementDraft.Line::line),
                "/lines",
                "duplicate",
                "A line stands more than once.");
        var answers = new ArrayList<Answer>();
        var asked = new ArrayList<PurchaseOrder.Line>();
        for (var i = 0; i < draft.lines().size(); i++) {
            var said = draft.lines().get(i);
            var at = "/lines/" + i;
            var line = find(said.line());
            if (line == null) {
                refusal.unknown(at + "/line", "line", String.valueOf(said.line()));
                continue;
            }
            asked.add(line);
            var answer =
                    said.response() == Response.REJECT ? reject(said, at) : deliver(line, said, at);
            if (answer != null) {
                answers.add(answer);
            }
        }
        refusal.throwIfAny();
        asked.forEach(this::requireAnswerable);
        return answers;
    }

    private void requireAnswerable(PurchaseOrder.Line line) {
        if (!ANSWERABLE.contains(line.state())) {
            throw new WrongState(
                    "line %d of the purchase order".formatted(line.line()),
                    order.orderNumber(),
                    line.state().name(),
                    ANSWERABLE.stream().map(Enum::name).toList());
        }
    }

    private @Nullable Answer reject(AcknowledgementDraft.Line said, String at) {
        refusal.unless(
                said.quantity() == null && said.deliveryOn() == null,
                at,
                "nothing-delivered",
                "A rejected line has neither a quantity nor a day.");
        if (said.reason() == null) {
            refusal.add(at + "/reason", "reason-needed", "A rejection says why.");
            return null;
        }
        return new Rejection(said.line(), said.reason());
    }

    private @Nullable Answer deliver(
            PurchaseOrder.Line line, AcknowledgementDraft.Line said, String at) {
        var isAccept = said.response() == Response.ACCEPT;
        var isConfirmed = line.confirmed().isPositive();
        var standing = isConfirmed && !isAccept ? line.confirmed() : line.quantity();
        var quantity = said.quantity() == null ? standing : said.quantity();
        var on = said.deliveryOn() == null ? day(line, isAccept) : said.deliveryOn();
        var changesQuantity = differs(quantity, line.quantity());
        var changesDay = !on.equals(line.requestedOn());
        switch (said.response()) {
            case ACCEPT ->
                    refusal.unless(
                            !changesQuantity && !changesDay,
                            at,
                            "not-as-ordered",
                            "ACCEPT is as ordered: use ACCEPT_WITH_CHANGE.");
            case ACCEPT_WITH_CHANGE ->
                    refusal.unless(
                            (changesQuantity || changesDay)
                                    && (differs(quantity, standing)
                                            || !on.equals(day(line, false))),
                            at,
                            "no-change",
                            "Neither quantity nor day is another one.");
            case BACKORDER, RESCHEDULE -> {
                refusal.unless(
                        !differs(quantity, standing),
                        at + "/quantity",
                        "quantity-changed",
                        "%s keeps the quantity.".formatted(said.response()));
                needsAnotherDay(line, said, at);
            }
            case REJECT -> throw new IllegalStateException("a rejection delivers nothing");
        }
        return answer(line, said, quantity, on, at);
    }

    private @Nullable Answer answer(
            PurchaseOrder.Line line,
            AcknowledgementDraft.Line said,
            Quantity quantity,
            LocalDate on,
            String at) {
        refusal.unless(
                quantity.isPositive(),
                at + "/quantity/value",
                "positive",
                "A line of which nothing is delivered is rejected.");
        refusal.unless(
                quantity.unit().equals(line.quantity().unit()),
                at + "/quantity/unit",
                "other-unit",
                "The line is ordered in %s.".formatted(line.quantity().unit()));
        refusal.unless(
                !on.isBefore(order.orderedOn()),
                at + "/deliveryOn",
                "before-order",
                "The day lies before the order.");
        var base = measures.toBase(line.itemId(), quantity, at + "/quantity", refusal.violations());
        return base == null
                ? null
                : new Delivery(line.line(), said.response(), quantity, base, on, said.reason());
    }

    private void needsAnotherDay(
            PurchaseOrder.Line line, AcknowledgementDraft.Line said, String at) {
        if (said.deliveryOn() == null) {
            refusal.add(
                    at + "/deliveryOn",
                    "day-needed",
                    "%s says when it will be delivered.".formatted(said.response()));
        } else {
            refusal.unless(
                    !said.deliveryOn().equals(day(line, false)),
                    at + "/deliveryOn",
                    "no-change",
                    "The day is the one that stands.");
        }
    }

    private static LocalDate day(PurchaseOrder.Line line, boolean asOrdered) {
        return asOrdered || line.confirmedOn() == null ? line.requestedOn() : line.confirmedOn();
    }

    private static boolean differs(Quantity one, Quantity other) {
        return one.value().compareTo(other.value()) != 0 || !one.unit().equals(other.unit());
    }

    private PurchaseOrder.@Nullable Line find(int number) {
        return order.lines().stream()
                .filter(line -> line.line() == number)
                .findFirst()
                .orElse(null);
    }
}
