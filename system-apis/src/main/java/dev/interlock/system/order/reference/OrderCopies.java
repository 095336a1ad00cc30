package dev.interlock.system.order.reference;

import dev.interlock.system.master.Refusal;
import dev.interlock.system.order.OperationSchedule;
import dev.interlock.system.order.OperationSchedule.Slot;
import dev.interlock.system.order.ProductionOrder;
import dev.interlock.system.structure.OrderStructure;
import dev.interlock.system.structure.OrderStructures;
import dev.interlock.system.structure.StructureKey;
import dev.interlock.system.unit.Exact;
import dev.interlock.system.usage.UsageFunction;
import dev.interlock.system.usage.UsageGate;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/// Gives an order the structure that its revision has on its first day.
@ApplicationScoped
class OrderCopies {
    private final OrderStructures structures;
    private final OrderComponentTable components;
    private final OrderOperationTable operations;
    private final OrderFlagTable flags;
    private final UsageGate usage;

    OrderCopies(
            OrderStructures structures,
            OrderComponentTable components,
            OrderOperationTable operations,
            OrderFlagTable flags,
            UsageGate usage) {
        this.structures = structures;
        this.components = components;
        this.operations = operations;
        this.flags = flags;
        this.usage = usage;
    }

    /// Whatever the order had before is gone, its lots too.
    void copy(Handle handle, ProductionOrder order) {
        var quantity = order.quantity().value();
        var structure =
                structures.copy(
                        handle,
                        new StructureKey(order.itemId(), order.revision(), order.plant()),
                        order.plannedStart(),
                        quantity);
        check(handle, order.plant(), structure.components());
        var slots =
                OperationSchedule.forward(
                        structure.steps(), quantity, order.plannedStart(), order.plannedEnd());
        operations.replace(handle, order.orderNumber(), order.plant(), slots);
        components.replace(
                handle,
                order.orderNumber(),
                structure.components(),
                component -> requiredOn(component, slots, order.plannedStart()));
        flags.forgetLook(handle, order.orderNumber());
        flags.decideCapacity(handle, order.orderNumber());
    }

    private void check(Handle handle, String plant, List<OrderStructure.Component> components) {
        var items = components.stream().map(OrderStructure.Component::itemId).distinct().toList();
        var blocked = usage.blocked(handle, plant, UsageFunction.PRODUCTION_ORDER_COMPONENT, items);
        var refusal = new Refusal();
        items.forEach(item -> blocked.refuse(item, "", refusal));
        for (var component : components) {
            refusal.unless(
                    Exact.fits(component.quantity()),
                    "",
                    "too-large",
                    "The order needs %s of %s, which has more than 18 digits."
                            .formatted(component.quantity().toPlainString(), component.itemId()));
        }
        refusal.throwIfAny();
    }

    private static LocalDate requiredOn(
            OrderStructure.Component component, List<Slot> slots, LocalDate first) {
        return slots.stream()
                .filter(slot ->
                        Objects.equals(slot.step().operation().number(), component.operation()))
                .map(Slot::start)
                .findFirst()
                .orElse(first);
    }
}
