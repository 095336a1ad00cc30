package dev.interlock.system.order;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.system.master.BusinessId;
import dev.interlock.system.master.Versioned;
import dev.interlock.system.unit.Exact;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A production order with the structure it was created with: a later change does not reach it by
/// itself.
///
/// `version` is not raised by `reservationId` nor by flags other than LOCKED.
public record ProductionOrder(
        String orderNumber,
        String orderType,
        String plant,
        String itemId,
        String revision,
        Quantity quantity,
        Quantity yielded,
        Quantity scrapped,
        LocalDate plannedStart,
        LocalDate plannedEnd,
        Lifecycle lifecycle,
        List<Flag> flags,
        List<Component> components,
        List<Operation> operations,
        @Nullable String salesOrderNumber,
        @Nullable String settlementRule,
        @Nullable String parentOrderNumber,
        @Nullable String lockReason,
        Instant createdAt,
        long version)
        implements Versioned {
    /// The operation that a component goes into: the first one unless the component names another.
    /// Empty for an order without operations.
    public Optional<Operation> operationOf(Component component) {
        return operations.stream()
                .filter(operation -> Objects.equals(operation.number(), component.operation()))
                .findFirst()
                .or(() -> operations.stream().findFirst());
    }

    public Optional<Operation> operation(int number) {
        return operations.stream().filter(operation -> operation.number() == number).findFirst();
    }

    @Schema(
            name = "ProductionOrderFlag",
            description =
                    """
                    MATERIAL_COMMITTED: reserved. MATERIAL_SHORTAGE: the last availability check for the order, or a \
                    reservation that was made all the same, found something missing. AVAILABILITY_NOT_CHECKED: neither is known. CAPACITY_SHORTAGE: when the order was \
                    created, released or re-revised, a work center was planned beyond its daily capacity. COST_ERROR: its \
                    type needs a settlement rule and it has none. DISTRIBUTED_TO_MES: the MES has its job order. \
                    APPROVAL_MISSING is for ERPs that approve orders; the reference ERP has no such step and never sets it.\
                    """)
    public enum Flag {
        MATERIAL_SHORTAGE,
        MATERIAL_COMMITTED,
        AVAILABILITY_NOT_CHECKED,
        CAPACITY_SHORTAGE,
        BATCH_NOT_ASSIGNED,
        APPROVAL_MISSING,
        COST_ERROR,
        LOCKED,
        DISTRIBUTED_TO_MES
    }

    /// `phantoms` are those that it came out of, the outermost first.
    @Schema(name = "ProductionOrderComponent")
    public record Component(
            int position,
            String itemId,
            Quantity quantity,
            @Nullable Integer operation,
            LocalDate requiredOn,
            @Nullable String supplyLocation,
            List<LotShare> lots,
            @Nullable String reservationId,
            Quantity issued,
            boolean backflush,
            List<String> phantoms) {}

    /// So much of a component out of a lot.
    public record LotShare(@NotNull @BusinessId String lot, @NotNull @Valid Quantity quantity) {
        public LotShare {
            quantity = Exact.plain(quantity);
        }
    }

    @Schema(name = "ProductionOrderOperation")
    public record Operation(
            int number,
            String workCenterId,
            String description,
            LocalDate plannedStart,
            LocalDate plannedEnd,
            Duration setupTime,
            Duration runTimePerUnit,
            boolean inspection,
            OperationStatus status,
            Quantity yield,
            Quantity scrap) {}

    public enum OperationStatus {
        CREATED,
        RELEASED,
        CONFIRMED
    }
}
