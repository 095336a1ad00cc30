package dev.interlock.system.order.reference;

import dev.interlock.system.order.ProductionOrder;
import java.util.Collection;
import java.util.TreeSet;

/// The items that an order touches.
final class OrderItems {
    private OrderItems() {}

    /// What it makes and what it uses.
    static Collection<String> of(ProductionOrder order) {
        var items = new TreeSet<String>();
        items.add(order.itemId());
        order.components().forEach(component -> items.add(component.itemId()));
        return items;
    }

    /// The lots it takes, as `item/lot`.
    static Collection<String> lots(ProductionOrder order) {
        var lots = new TreeSet<String>();
        order.components()
                .forEach(component ->
                        component
                                .lots()
                                .forEach(
                                        share -> lots.add(component.itemId() + "/" + share.lot())));
        return lots;
    }
}
