package dev.interlock.process.orderrelease;

import dev.interlock.process.facts.ProductionOrder.Component;
import dev.interlock.process.facts.ProductionOrder.LotShare;
import dev.interlock.process.facts.Purchasing.ItemSupplier;
import dev.interlock.process.facts.Stock.Balance;
import dev.interlock.process.facts.Stock.Hold;
import java.util.List;
import java.util.Locale;

/// Which active holds touch an order: on itself, on what it makes or takes, on the lots that it
/// takes and whose those are.
final class OrderHolds {
    private static final String ITEM = "ITEM";
    private static final String SUPPLIER = "SUPPLIER";

    private OrderHolds() {}

    /// Those for which ERP refuses its release.
    static List<Hold> onRelease(Question question) {
        return question.activeHolds().stream()
                .filter(hold -> hold.effects().release() && keepsFromRelease(question, hold))
                .toList();
    }

    /// No lot assigned is no supplier: who would send it is not looked at.
    private static boolean keepsFromRelease(Question question, Hold hold) {
        var order = question.order();
        return isOn(hold, "ORDER", order.orderNumber())
                || isOn(hold, ITEM, order.itemId())
                || order.components().stream()
                        .filter(component ->
                                !hold.scope().equals(SUPPLIER) || !component.lots().isEmpty())
                        .anyMatch(component -> covers(question, hold, component));
    }

    private static boolean isOn(Hold hold, String scope, String target) {
        return hold.scope().equals(scope) && hold.target().equals(target);
    }

    /// Whether it is on what a component is taken from: a supplier's on its lots, or where none is
    /// assigned yet, on what it is preferred for.
    static boolean covers(Question question, Hold hold, Component component) {
        return switch (hold.scope()) {
            case ITEM -> hold.target().equals(component.itemId());
            case "LOT" ->
                    component.lots().stream()
                            .anyMatch(share ->
                                    hold.target().equals(component.itemId() + "/" + share.lot()));
            case SUPPLIER ->
                    component.lots().isEmpty()
                            ? isPreferred(question, hold.target(), component.itemId())
                            : hasSent(question, hold.target(), component);
            default -> false;
        };
    }

    private static boolean isPreferred(Question question, String supplierId, String itemId) {
        return question.suppliers().of(itemId).stream()
                .filter(ItemSupplier::preferred)
                .anyMatch(supplier -> supplier.supplierId().equals(supplierId));
    }

    private static boolean hasSent(Question question, String supplierId, Component component) {
        var lots = component.lots().stream().map(LotShare::lot).toList();
        return question.balances().of(component.itemId()).stream()
                .filter(balance -> supplierId.equals(balance.supplierId()))
                .map(Balance::lot)
                .anyMatch(lots::contains);
    }

    /// `Hold 2 on item GB-4711 (Crack at the flange)`.
    static String named(Hold hold) {
        return "Hold %s on %s %s (%s)"
                .formatted(
                        hold.holdId(),
                        hold.scope().toLowerCase(Locale.ROOT),
                        hold.target(),
                        hold.reason());
    }
}
