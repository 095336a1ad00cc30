package dev.interlock.process.eco;

import dev.interlock.process.eco.EngineeringChange.Action;
import dev.interlock.process.eco.EngineeringChange.AffectedItem;
import dev.interlock.process.eco.EngineeringChange.BomChange;
import dev.interlock.process.facts.Purchasing.PurchaseOrder;
import dev.interlock.process.notice.SupplierNotice.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which suppliers a change touches, and what each has to know: those approved for an item that
/// changes or moves, and those with an open purchase order for it. A supplier hears of its own
/// parts only.
final class AffectedSuppliers {
    private AffectedSuppliers() {}

    /// One notice for each supplier, as it will be kept.
    static List<Map<String, Object>> notices(Proposal proposal) {
        var parts = new TreeMap<String, List<Part>>();
        for (var itemId : proposal.change().touchedItems()) {
            var names = new LinkedHashMap<String, String>();
            for (var supplier : proposal.suppliers().of(itemId)) {
                names.put(supplier.supplierId(), supplier.supplierItemId());
            }
            for (var supplier : of(proposal, itemId)) {
                parts.computeIfAbsent(supplier, _ -> new ArrayList<>())
                        .add(
                                part(
                                        proposal.change(),
                                        itemId,
                                        Optional.ofNullable(names.get(supplier))));
            }
        }
        return parts.entrySet().stream()
                .map(e -> notice(proposal.change(), e.getKey(), e.getValue()))
                .toList();
    }

    /// Those approved for the item, and those with an open purchase order for it.
    static Set<String> of(Proposal proposal, String itemId) {
        var suppliers = new TreeSet<String>();
        proposal.suppliers().of(itemId).stream()
                .filter(supplier -> supplier.status().equals("APPROVED"))
                .forEach(supplier -> suppliers.add(supplier.supplierId()));
        proposal.purchaseOrders().of(itemId).stream()
                .filter(PurchaseOrder::isOpen)
                .forEach(order -> suppliers.add(order.supplierId()));
        return suppliers;
    }

    private static Map<String, Object> notice(
            EngineeringChange change, String supplier, List<Part> parts) {
        var notice = new LinkedHashMap<String, Object>();
        notice.put("supplierId", supplier);
        notice.put("changeNumber", change.changeNumber());
        notice.put("changeVersion", change.version());
        notice.put("title", change.title());
        notice.put("effectivity", change.effectivity());
        notice.put("parts", parts);
        return notice;
    }

    private static Part part(
            EngineeringChange change, String itemId, Optional<String> supplierItemId) {
        var revised = change.items().stream().filter(i -> i.itemId().equals(itemId)).findFirst();
        var moves =
                change.bomChanges().stream().filter(c -> c.componentId().equals(itemId)).toList();
        return new Part(
                itemId,
                supplierItemId.orElse(null),
                revised.isPresent() ? "REVISED" : effect(moves),
                revised.map(AffectedItem::toRevision).orElse(null),
                Stream.concat(
                                revised.map(AffectedItem::disposition).stream(),
                                moves.stream().map(BomChange::disposition))
                        .filter(Objects::nonNull)
                        .map(disposition -> disposition.get("openPurchaseOrders"))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
    }

    /// One that goes in one place and comes in another stays in use.
    private static String effect(List<BomChange> moves) {
        var actions = moves.stream().map(BomChange::action).collect(Collectors.toSet());
        return actions.equals(Set.of(Action.ADD))
                ? "ADDED"
                : actions.equals(Set.of(Action.REMOVE)) ? "REMOVED" : "CHANGED";
    }
}
