package dev.interlock.process.facts;

import static dev.interlock.platform.outbound.Call.encode;

import dev.interlock.process.facts.Quality.InspectionPlan;
import dev.interlock.process.facts.Quality.Nonconformance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What quality inspects, and what it has found.
@ApplicationScoped
public class QualityFacts {
    private final SystemTier tier;

    QualityFacts(SystemTier tier) {
        this.tier = tier;
    }

    /// The characteristics that are inspected at a revision; empty where no plan exists.
    public Optional<List<Map<String, Object>>> characteristics(
            String plant, String itemId, String revision) {
        return inspectionPlan(plant, itemId, revision).map(InspectionPlan::characteristics);
    }

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

    /// What is wrong with an item and can do the worst harm, in every plant.
    public List<Nonconformance> openCriticalOnItem(String itemId) {
        return openCritical("itemId=" + encode(itemId));
    }

    public List<Nonconformance> openCriticalOnOrder(String orderNumber) {
        return openCritical("orderNumber=" + encode(orderNumber));
    }

    private List<Nonconformance> openCritical(String about) {
        return tier
                .othersList(
                        "/nonconformances?limit=200&severity=CRITICAL&" + about,
                        Nonconformance.class)
                .stream()
                .filter(Nonconformance::isOpen)
                .toList();
    }
}
