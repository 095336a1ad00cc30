package dev.interlock.process.facts;

import static dev.interlock.platform.outbound.Call.encode;

import dev.interlock.process.facts.Quality.InspectionPlan;
import dev.interlock.process.facts.Quality.Nonconformance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/// What quality inspects, and what it has found.
@ApplicationScoped
public class QualityFacts {
    private final SystemTier tier;

    QualityFacts(SystemTier tier) {
        this.tier = tier;
    }

    /// Empty where no plan exists.
    public Optional<InspectionPlan> inspectionPlan(String plant, String itemId, String revision) {
        var path =
                "/inspection-plans/"
                        + encode(plant)
                        + "/"
                        + encode(itemId)
                        + "/"
                        + encode(revision);
        return tier.others(path, InspectionPlan.class);
    }

    /// What is wrong with an order, or in any plant with what it makes, and can do the worst harm.
    public List<Nonconformance> openCritical(ProductionOrder order) {
        var about =
                "itemId=" + encode(order.itemId()) + "&orderNumber=" + encode(order.orderNumber());
        return tier
                .othersList(
                        "/nonconformances?limit=200&severity=CRITICAL&match=ANY&" + about,
                        Nonconformance.class)
                .stream()
                .filter(Nonconformance::isOpen)
                .toList();
    }
}
