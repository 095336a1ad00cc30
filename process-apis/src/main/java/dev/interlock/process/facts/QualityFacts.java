package dev.interlock.process.facts;

import static dev.interlock.platform.outbound.Call.encode;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What quality inspects.
@ApplicationScoped
public class QualityFacts {
    private final SystemTier tier;

    QualityFacts(SystemTier tier) {
        this.tier = tier;
    }

    /// The characteristics that are inspected at a revision; empty where no plan exists.
    public Optional<List<Map<String, Object>>> characteristics(
            String plant, String itemId, String revision) {
        var path =
                "/inspection-plans/"
                        + encode(plant)
                        + "/"
                        + encode(itemId)
                        + "/"
                        + encode(revision);
        return tier.others(path, InspectionPlan.class).map(InspectionPlan::characteristics);
    }

    private record InspectionPlan(List<Map<String, Object>> characteristics) {}
}
