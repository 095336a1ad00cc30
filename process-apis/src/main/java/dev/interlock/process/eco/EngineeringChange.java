package dev.interlock.process.eco;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.interlock.platform.json.Scalar;
import dev.interlock.platform.quantity.Quantity;
import dev.interlock.process.facts.Effectivity;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.validator.constraints.UniqueElements;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

/// An engineering change as PLM releases it, within the limits of those it is carried to: what ERP
/// would refuse half way is refused before anything is sent.
public record EngineeringChange(
        @NotNull @Pattern(regexp = ID) String changeNumber,
        @NotNull Type type,
        @NotBlank @Size(max = 200) String title,
        @Nullable @Size(max = 2000) String reason,
        @Nullable @Pattern(regexp = CODE) String priority,
        @NotNull Status status,
        @NotNull @Valid Effectivity effectivity,
        @NotEmpty @Size(max = 100) @EachOnce List<@Valid @NotNull AffectedItem> items,
        @Size(max = 2000) List<@Valid @NotNull BomChange> bomChanges,
        @Size(max = 2000) List<@Valid @NotNull RoutingChange> routingChanges,
        @Nullable @Size(max = 100) List<@Valid @NotNull Approval> approvals,
        @Min(1) long version,
        @Nullable List<Object> sources) {
    static final String ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}";
    private static final String CODE = "[A-Z][A-Z0-9_]{0,39}";

    /// Where the old may lie, and what becomes of it, as PLM knows it too.
    private static final String PLACE = "stock|workInProcess|openPurchaseOrders|finishedGoods";

    private static final String USE =
            "USE_AS_IS|USE_UP|REWORK|SCRAP|RETURN_TO_SUPPLIER|NOT_AFFECTED";

    /// Whoever says nothing of structures changes none.
    @SuppressWarnings("NullAway")
    public EngineeringChange {
        bomChanges = bomChanges == null ? List.of() : bomChanges;
        routingChanges = routingChanges == null ? List.of() : routingChanges;
    }

    public enum Type {
        ORDER,
        DEVIATION
    }

    public enum Status {
        DRAFT,
        OPEN,
        IN_REVIEW,
        APPROVED,
        HOLD,
        REJECTED,
        CANCELLED,
        IMPLEMENTED
    }

    public enum Action {
        ADD,
        REMOVE,
        CHANGE
    }

    public record AffectedItem(
            @NotNull @Pattern(regexp = ID) String itemId,
            @Nullable @Pattern(regexp = ID) String fromRevision,
            @NotNull @Pattern(regexp = ID) String toRevision,
            @Nullable @Pattern(regexp = CODE) String lifecycle,
            @Nullable Boolean interchangeable,
            @Nullable @Size(max = 200)
                    Map<@NotNull @Size(min = 1, max = 60) String, @NotNull @Scalar Object>
                            attributes,
            @NotEmpty @Size(max = 100) @UniqueElements
                    List<@NotNull @Pattern(regexp = ID) String> plants,
            @Nullable Map<@NotNull @Pattern(regexp = PLACE) String, @Pattern(regexp = USE) String>
                    disposition) {}

    public record BomChange(
            @NotNull Action action,
            @NotNull @Pattern(regexp = ID) String parentId,
            @NotNull @Pattern(regexp = ID) String componentId,
            @NotNull @Min(1) @Max(999999) Integer position,
            @Nullable @Valid Quantity oldQuantity,
            @Nullable @Valid Quantity newQuantity,
            @Nullable @Min(1) @Max(9999) Integer operation,
            @Nullable Map<@NotNull @Pattern(regexp = PLACE) String, @Pattern(regexp = USE) String>
                    disposition) {}

    public record RoutingChange(
            @NotNull Action action,
            @NotNull @Pattern(regexp = ID) String itemId,
            @NotNull @Min(1) @Max(9999) Integer number,
            @Nullable @Pattern(regexp = ID) String workCenterId,
            @Nullable @Size(max = 200) String description,
            @Nullable @DurationMin(seconds = 0) @DurationMax(days = 366) Duration setupTime,
            @Nullable @DurationMin(seconds = 0) @DurationMax(days = 366) Duration runTimePerUnit,
            @Nullable Boolean inspection,
            @Nullable @Pattern(regexp = ID) String subcontractorId) {}

    public record Approval(
            @NotBlank @Size(max = 100) String approver,
            @NotBlank @Pattern(regexp = CODE) String decision,
            @Nullable Instant decidedAt) {}

    @JsonIgnore
    List<BomChange> bomChangesOf(String parentId) {
        return bomChanges.stream().filter(c -> c.parentId().equals(parentId)).toList();
    }

    @JsonIgnore
    List<RoutingChange> routingChangesOf(String itemId) {
        return routingChanges.stream().filter(c -> c.itemId().equals(itemId)).toList();
    }

    /// The work centers that it names itself.
    @JsonIgnore
    Set<String> workCenters() {
        return routingChanges.stream()
                .map(RoutingChange::workCenterId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /// The suppliers that it names itself.
    @JsonIgnore
    Set<String> subcontractors() {
        return routingChanges.stream()
                .map(RoutingChange::subcontractorId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /// Every item whose buyers and suppliers the change touches: those that change, and the
    /// components it moves.
    @JsonIgnore
    Set<String> touchedItems() {
        var touched = new LinkedHashSet<String>();
        items.forEach(item -> touched.add(item.itemId()));
        bomChanges.forEach(change -> touched.add(change.componentId()));
        return touched;
    }
}
