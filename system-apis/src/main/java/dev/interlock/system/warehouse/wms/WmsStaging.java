package dev.interlock.system.warehouse.wms;

import dev.interlock.system.vendor.Amounts;
import dev.interlock.system.warehouse.StagingRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A staging request in the words of the WMS; only the fields we read.
record WmsStaging(
        @Nullable String orderNumber,
        @Nullable String plant,
        @Nullable String supplyLocation,
        @Nullable List<Line> lines,
        @Nullable String status) {

    record Line(
            @Nullable String itemId,
            @Nullable String quantity,
            @Nullable String unit,
            @Nullable String lot,
            @Nullable String supplyLocation) {
        private StagingRequest.Line toLine() {
            if (itemId == null) {
                throw new IllegalArgumentException("a line without an item");
            }
            return new StagingRequest.Line(itemId, Amounts.of(quantity, unit), lot, supplyLocation);
        }
    }

    /// What is sent to ask for one.
    record Wanted(String plant, String supplyLocation, List<Line> lines) {
        static Wanted of(StagingRequest request) {
            return new Wanted(
                    request.plant(),
                    request.supplyLocation(),
                    request.lines().stream()
                            .map(line ->
                                    new Line(
                                            line.itemId(),
                                            line.quantity().value().toPlainString(),
                                            line.quantity().unit(),
                                            line.lot(),
                                            line.supplyLocation()))
                            .toList());
        }
    }

    /// Empty when it is not the order's request, or makes no sense.
    Optional<StagingRequest> toRequest(String wantedPlant, String wantedOrder) {
        if (!wantedOrder.equals(orderNumber)
                || !wantedPlant.equals(plant)
                || supplyLocation == null
                || lines == null
                || status == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new StagingRequest(
                            wantedOrder,
                            wantedPlant,
                            supplyLocation,
                            lines.stream().map(Line::toLine).toList(),
                            StagingRequest.Status.valueOf(status)));
        } catch (IllegalArgumentException | NullPointerException e) {
            return Optional.empty();
        }
    }
}
