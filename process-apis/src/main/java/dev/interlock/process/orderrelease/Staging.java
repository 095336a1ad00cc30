package dev.interlock.process.orderrelease;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.process.facts.ProductionOrder;
import dev.interlock.process.facts.ProductionOrder.Component;
import dev.interlock.process.facts.Stock.Availability;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the warehouse is asked to bring for an order: of each component that has a place to be
/// brought to, as much as is there on its day.
final class Staging {
    private final List<Map<String, Object>> lines = new ArrayList<>();
    private @Nullable String place;

    private Staging() {}

    /// Empty where nothing is to be brought. The availability has one answer per component.
    static Optional<Map<String, Object>> body(
            ProductionOrder order, List<Availability> availability) {
        var staging = new Staging();
        for (var i = 0; i < order.components().size(); i++) {
            var component = order.components().get(i);
            var needed = component.quantity().value();
            staging.add(component, needed.min(availability.get(i).confirmedQuantity().value()));
        }
        if (staging.lines.isEmpty()) {
            return Optional.empty();
        }
        var body = new LinkedHashMap<String, Object>();
        body.put("plant", order.plant());
        body.put("supplyLocation", String.valueOf(staging.place));
        body.put("lines", staging.lines);
        return Optional.of(body);
    }

    /// A line for each lot, and one for what no lot is assigned for.
    private void add(Component component, BigDecimal quantity) {
        if (component.supplyLocation() == null) {
            return;
        }
        var left = quantity;
        for (var share : component.lots()) {
            var taken = left.min(share.quantity().value());
            line(component, component.supplyLocation(), taken, share.lot());
            left = left.subtract(taken);
        }
        line(component, component.supplyLocation(), left, null);
    }

    /// The first line says where all are brought that name no other place.
    private void line(Component component, String to, BigDecimal quantity, @Nullable String lot) {
        if (quantity.signum() <= 0) {
            return;
        }
        var line = new LinkedHashMap<String, Object>();
        line.put("itemId", component.itemId());
        line.put("quantity", new Quantity(quantity, component.quantity().unit()));
        if (lot != null) {
            line.put("lot", lot);
        }
        if (place == null) {
            place = to;
        }
        if (!to.equals(place)) {
            line.put("supplyLocation", to);
        }
        lines.add(line);
    }
}
