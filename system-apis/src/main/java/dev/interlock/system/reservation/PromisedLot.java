package dev.interlock.system.reservation;

import dev.interlock.platform.quantity.Quantity;
import java.util.List;

/// A lot of which an order needs more than other orders leave of it: `needed` by the order, first
/// at `position`, `there` to be used in the plant, and of that `promised` to the `orders` that have
/// reserved with it.
public record PromisedLot(
        int position,
        String itemId,
        String lot,
        Quantity needed,
        Quantity there,
        Quantity promised,
        List<String> orders) {
    public PromisedLot {
        orders = List.copyOf(orders);
    }
}
