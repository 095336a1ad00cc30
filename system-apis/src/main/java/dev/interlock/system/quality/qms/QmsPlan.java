package dev.interlock.system.quality.qms;

import dev.interlock.system.quality.InspectionPlan;
import dev.interlock.system.quality.PlanRequest.Characteristic;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An inspection plan in the words of the QMS.
record QmsPlan(@Nullable List<Integer> steps, @Nullable List<Feature> characteristics) {

    record Feature(
            @Nullable String name,
            @Nullable String method,
            @Nullable String nominal,
            @Nullable String lower,
            @Nullable String upper) {
        private boolean complete() {
            return name != null && method != null;
        }

        private Characteristic toCharacteristic() {
            return new Characteristic(
                    Objects.requireNonNull(name),
                    Objects.requireNonNull(method),
                    nominal,
                    lower,
                    upper);
        }
    }

    static QmsPlan of(InspectionPlan plan) {
        return new QmsPlan(
                plan.operations(),
                plan.characteristics().stream()
                        .map(one ->
                                new Feature(
                                        one.name(),
                                        one.method(),
                                        one.nominal(),
                                        one.lower(),
                                        one.upper()))
                        .toList());
    }

    /// Empty when it makes no sense.
    Optional<InspectionPlan> toPlan(String plant, String itemId, String revision) {
        if (steps == null
                || characteristics == null
                || !steps.stream().allMatch(Objects::nonNull)
                || !characteristics.stream().allMatch(one -> one != null && one.complete())) {
            return Optional.empty();
        }
        return Optional.of(
                new InspectionPlan(
                        plant,
                        itemId,
                        revision,
                        steps,
                        characteristics.stream().map(Feature::toCharacteristic).toList()));
    }
}
