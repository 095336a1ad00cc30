package dev.interlock.process.facts;

import dev.interlock.platform.quantity.Quantity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A production order with its own structure.
public record ProductionOrder(
        String orderNumber,
        String orderType,
        String plant,
        String itemId,
        String revision,
        Quantity quantity,
        LocalDate plannedStart,
        LocalDate plannedEnd,
        String lifecycle,
        List<String> flags,
        List<Component> components,
        List<Operation> operations,
        @Nullable String salesOrderNumber,
        @Nullable String settlementRule,
        @Nullable String parentOrderNumber,
        @Nullable String lockReason,
        @Nullable Instant createdAt,
        long version) {

    public record Component(
            int position,
            String itemId,
            Quantity quantity,
            LocalDate requiredOn,
            @Nullable String supplyLocation,
            List<LotShare> lots,
            List<String> phantoms) {
        /// A list that is left out is empty.
        public Component {
            phantoms = LeftOut.orEmpty(phantoms);
        }
    }

    public record LotShare(String lot, Quantity quantity) {}

    public record Operation(
            int number,
            String workCenterId,
            @Nullable LocalDate plannedStart,
            boolean inspection) {}

    public List<String> componentIds() {
        return components.stream().map(Component::itemId).distinct().toList();
    }

    /// The phantoms that its components came out of.
    public List<String> phantomIds() {
        return components.stream().flatMap(c -> c.phantoms().stream()).distinct().toList();
    }

    public List<String> workCenterIds() {
        return operations.stream().map(Operation::workCenterId).distinct().toList();
    }

    /// The numbers of the operations that inspect.
    public List<Integer> inspections() {
        return operations.stream().filter(Operation::inspection).map(Operation::number).toList();
    }

    /// The order's version as the system tier's ETag.
    public String etag() {
        return "\"" + version + "\"";
    }
}
