package dev.interlock.process.facts;

import static dev.interlock.platform.outbound.Call.encode;

import dev.interlock.platform.problem.Effect;
import dev.interlock.platform.problem.GatewayException.TargetFailed;
import dev.interlock.process.facts.Purchasing.Shipment;
import dev.interlock.process.facts.ShopFloor.JobOrder;
import dev.interlock.process.facts.ShopFloor.Master;
import dev.interlock.process.facts.Stock.Availability;
import dev.interlock.process.facts.Stock.AvailabilityAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A production order, the stock it needs and what the shop floor has of it; and what suppliers
/// have sent.
@ApplicationScoped
public class OrderFacts {
    private final SystemTier tier;

    OrderFacts(SystemTier tier) {
        this.tier = tier;
    }

    /// Empty when ERP does not know the order.
    public Optional<OrderDossier> dossier(String orderNumber) {
        return tier.erp(
                "/production-orders/" + encode(orderNumber) + "/dossier", OrderDossier.class);
    }

    /// The orders of a plant that are to start on a day and are not released.
    public List<String> created(String plant, LocalDate plannedStart) {
        return tier
                .erpList(
                        "/production-orders?limit=200&lifecycle=CREATED&plant=%s&plannedStart=%s"
                                .formatted(encode(plant), plannedStart),
                        Numbered.class)
                .stream()
                .map(Numbered::orderNumber)
                .toList();
    }

    /// The orders that take an item as a component and are not over.
    public List<OpenOrder> taking(String componentId) {
        return tier.erpList(
                "/production-orders?limit=200&componentId=%s&lifecycle=%s"
                        .formatted(
                                encode(componentId),
                                String.join("&lifecycle=", OpenOrder.IN_FLIGHT)),
                OpenOrder.class);
    }

    /// What a supplier has sent that is not in stock yet, be it that it stands at the gate.
    public List<Shipment> onTheirWay(String supplierId) {
        return Stream.of("IN_TRANSIT", "ARRIVED")
                .map(status ->
                        "/shipments?limit=200&supplierId=%s&status=%s"
                                .formatted(encode(supplierId), status))
                .flatMap(path -> tier.erpList(path, Shipment.class).stream())
                .toList();
    }

    public boolean isPlant(String plant) {
        return tier.erp("/plants/" + encode(plant), Named.class).isPresent();
    }

    /// One answer per component, in the order of the components.
    public List<Availability> availability(ProductionOrder order) {
        if (order.components().isEmpty()) {
            return List.of();
        }
        var lines =
                order.components().stream()
                        .map(c ->
                                Map.of(
                                        "itemId",
                                        c.itemId(),
                                        "quantity",
                                        c.quantity(),
                                        "requiredOn",
                                        c.requiredOn()))
                        .toList();
        var answer =
                tier.ask(
                        "/availability-checks",
                        Map.of(
                                "plant",
                                order.plant(),
                                "forOrder",
                                order.orderNumber(),
                                "lines",
                                lines),
                        AvailabilityAnswer.class);
        if (answer.lines().size() != lines.size()) {
            throw TargetFailed.misbehaved("ERP", Effect.NONE, null);
        }
        return answer.lines();
    }

    public Optional<JobOrder> jobOrder(String orderNumber) {
        return tier.others("/job-orders/" + encode(orderNumber), JobOrder.class);
    }

    public Optional<Master> shopFloorMaster(String plant, String itemId, String revision) {
        return tier.others(
                "/shopfloor-masters/"
                        + encode(plant)
                        + "/"
                        + encode(itemId)
                        + "/"
                        + encode(revision),
                Master.class);
    }

    private record Numbered(String orderNumber) {}

    private record Named(String plant) {}
}
