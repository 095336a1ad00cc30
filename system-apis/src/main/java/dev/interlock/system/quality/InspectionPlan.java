package dev.interlock.system.quality;

import dev.interlock.system.quality.PlanRequest.Characteristic;
import java.util.List;

/// What the quality system inspects of a revision made in a plant.
public record InspectionPlan(
        String plant,
        String itemId,
        String revision,
        List<Integer> operations,
        List<Characteristic> characteristics) {
    public InspectionPlan {
        operations = List.copyOf(operations);
        characteristics = List.copyOf(characteristics);
    }
}
