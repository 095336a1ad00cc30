package dev.interlock.system.shipment.reference;

import dev.interlock.system.master.Refusal;
import dev.interlock.system.purchase.OpenLine;
import dev.interlock.system.purchase.PurchaseOrder.LineState;
import dev.interlock.system.shipment.ShipmentDraft;
import dev.interlock.system.shipment.reference.ShipmentFacts.Kept;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the lines of a shipment have to fit, one by one.
final class ShipmentRules {
    private ShipmentRules() {}

    static void state(OpenLine line, String at, Refusal refusal) {
        refusal.unless(
                line.state() != LineState.REJECTED,
                at + "/line",
                "line-rejected",
                "Line %d is rejected.".formatted(line.line()));
        refusal.unless(
                line.state() != LineState.AWAITING_DECISION,
                at + "/line",
                "awaiting-decision",
                "Line %d waits for the buyer's decision.".formatted(line.line()));
    }

    static void lot(Kept item, @Nullable String lot, String at, Refusal refusal) {
        refusal.unless(
                (lot != null) == item.batchManaged(),
                at + "/lot",
                item.batchManaged() ? "lot-needed" : "no-lot",
                item.batchManaged()
                        ? "The item is kept in lots."
                        : "The item is not kept in lots.");
    }

    /// One serial for each piece, each once; none for what is not told apart.
    static void serials(
            Kept item,
            List<String> serials,
            @Nullable BigDecimal pieces,
            String at,
            Refusal refusal) {
        if (!item.serialManaged()) {
            refusal.unless(
                    serials.isEmpty(),
                    at + "/serials",
                    "no-serials",
                    "The item has no serial numbers.");
            return;
        }
        refusal.unless(
                pieces == null || pieces.compareTo(BigDecimal.valueOf(serials.size())) == 0,
                at + "/serials",
                "serial-count",
                "There is one serial number for each piece.");
        refusal.unless(
                Set.copyOf(serials).size() == serials.size(),
                at + "/serials",
                "duplicate",
                "A serial number stands more than once.");
    }

    /// A lot of a line stands once; a line without lots too.
    static void distinct(List<ShipmentDraft.Line> lines, Refusal refusal) {
        var seen = new HashSet<List<Object>>();
        for (var i = 0; i < lines.size(); i++) {
            var lot = lines.get(i).lot();
            refusal.unless(
                    seen.add(List.of(lines.get(i).line(), lot == null ? "" : lot)),
                    "/lines/" + i,
                    "duplicate",
                    "The line stands more than once with the same lot.");
        }
    }
}
