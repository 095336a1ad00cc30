package dev.interlock.system.shopfloor.mes;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.interlock.system.shopfloor.MasterRequest.Component;
import dev.interlock.system.shopfloor.MasterRequest.Step;
import dev.interlock.system.shopfloor.ShopfloorMaster;
import dev.interlock.system.vendor.Amounts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A material definition in the words of the MES.
record MesDefinition(
        @Nullable String description,
        @Nullable String unit,
        @Nullable List<Part> bill,
        @Nullable List<Stop> route) {

    record Part(
            @Nullable Integer position,
            @Nullable String materialId,
            @Nullable String quantity,
            @Nullable String unit) {
        private Component toComponent() {
            if (position == null || materialId == null) {
                throw new IllegalArgumentException("an incomplete part");
            }
            return new Component(position, materialId, Amounts.of(quantity, unit));
        }
    }

    record Stop(
            @Nullable Integer step,
            @Nullable String equipment,
            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Duration setup,
            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Duration cycle) {
        private Step toStep() {
            if (step == null || equipment == null || setup == null || cycle == null) {
                throw new IllegalArgumentException("an incomplete stop");
            }
            return new Step(step, equipment, setup, cycle);
        }
    }

    static MesDefinition of(ShopfloorMaster master) {
        return new MesDefinition(
                master.description(),
                master.unit(),
                master.bom().stream()
                        .map(line ->
                                new Part(
                                        line.position(),
                                        line.componentId(),
                                        line.quantity().value().toPlainString(),
                                        line.quantity().unit()))
                        .toList(),
                master.operations().stream()
                        .map(step ->
                                new Stop(
                                        step.number(),
                                        step.workCenterId(),
                                        step.setupTime(),
                                        step.runTimePerUnit()))
                        .toList());
    }

    /// Empty when it makes no sense.
    Optional<ShopfloorMaster> toMaster(String plant, String itemId, String revision) {
        if (description == null || unit == null || bill == null || route == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new ShopfloorMaster(
                            plant,
                            itemId,
                            revision,
                            description,
                            unit,
                            bill.stream().map(Part::toComponent).toList(),
                            route.stream().map(Stop::toStep).toList()));
        } catch (IllegalArgumentException | NullPointerException e) {
            return Optional.empty();
        }
    }
}
