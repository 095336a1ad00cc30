package dev.interlock.system.engineering;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.system.vendor.Id;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The parts of an engineering change.
public final class ChangeContent {
    private static final String CODE = "[A-Z][A-Z0-9_]{0,39}";

    private ChangeContent() {}

    /// What becomes of what exists at the old revision.
    public enum Use {
        USE_AS_IS,
        USE_UP,
        REWORK,
        SCRAP,
        RETURN_TO_SUPPLIER,
        NOT_AFFECTED
    }

    /// One decision for each place where the old may lie.
    public record Disposition(
            @Nullable Use stock,
            @Nullable Use workInProcess,
            @Nullable Use openPurchaseOrders,
            @Nullable Use finishedGoods) {}

    /// An item that gets a new revision.
    public record AffectedItem(
            @NotNull @Pattern(regexp = Id.SHAPE) String itemId,
            @Pattern(regexp = Id.SHAPE) @Nullable String fromRevision,
            @NotNull @Pattern(regexp = Id.SHAPE) String toRevision,
            @Pattern(regexp = CODE) @Nullable String lifecycle,
            @Nullable Boolean interchangeable,
            @Size(max = 200)
                    @Nullable Map<@Size(min = 1, max = 80) String, @NotNull Object> attributes,
            @Size(max = 100) @Nullable List<@NotNull @Pattern(regexp = Id.SHAPE) String> plants,
            @Valid @Nullable Disposition disposition) {
        public AffectedItem {
            // In order of their names, so that the same attributes always have the same hash.
            attributes =
                    attributes == null
                            ? null
                            : Collections.unmodifiableMap(new TreeMap<>(attributes));
        }
    }

    /// What happens to a line of a BOM or an operation of a routing.
    public enum Action {
        ADD,
        REMOVE,
        CHANGE
    }

    /// One changed BOM line; the disposition is the removed component's.
    public record BomChange(
            @NotNull Action action,
            @NotNull @Pattern(regexp = Id.SHAPE) String parentId,
            @NotNull @Pattern(regexp = Id.SHAPE) String componentId,
            @NotNull @Min(1) Integer position,
            @Valid @Nullable Quantity oldQuantity,
            @Valid @Nullable Quantity newQuantity,
            @Min(1) @Nullable Integer operation,
            @Valid @Nullable Disposition disposition) {}

    /// One changed operation.
    public record RoutingChange(
            @NotNull Action action,
            @NotNull @Pattern(regexp = Id.SHAPE) String itemId,
            @NotNull @Min(1) Integer number,
            @Pattern(regexp = Id.SHAPE) @Nullable String workCenterId,
            @Size(max = 200) @Nullable String description,
            @Nullable Duration setupTime,
            @Nullable Duration runTimePerUnit,
            @Nullable Boolean inspection,
            @Pattern(regexp = Id.SHAPE) @Nullable String subcontractorId) {}

    /// What one approver said.
    public record Approval(
            @NotNull @Size(min = 1, max = 100) String approver,
            @NotNull @Pattern(regexp = CODE) String decision,
            @Nullable Instant decidedAt) {}
}
