package dev.interlock.system.quality;

import java.util.Optional;

/// What the gateway asks of a quality system about inspection plans.
///
/// `Refused` when it refuses, `TargetFailed` when it could not be asked or answered nonsense.
public interface PlanStore {
    Optional<InspectionPlan> find(String plant, String itemId, String revision);

    InspectionPlan store(InspectionPlan wanted, String effectKey);
}
