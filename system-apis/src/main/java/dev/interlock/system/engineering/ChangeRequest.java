package dev.interlock.system.engineering;

import dev.interlock.system.engineering.ChangeContent.AffectedItem;
import dev.interlock.system.engineering.ChangeContent.Approval;
import dev.interlock.system.engineering.ChangeContent.BomChange;
import dev.interlock.system.engineering.ChangeContent.RoutingChange;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An engineering change as it is put, without its number.
public record ChangeRequest(
        @NotNull EngineeringChange.Type type,
        @NotNull @Size(min = 1, max = 200) String title,
        @Size(max = 2000) @Nullable String reason,
        @Pattern(regexp = "[A-Z][A-Z0-9_]{0,39}") @Nullable String priority,
        @NotNull ChangeStatus status,
        @NotNull @Valid Effectivity effectivity,
        @NotNull @Size(max = 500) List<@NotNull @Valid AffectedItem> items,
        @Size(max = 2000) @Nullable List<@NotNull @Valid BomChange> bomChanges,
        @Size(max = 2000) @Nullable List<@NotNull @Valid RoutingChange> routingChanges,
        @Size(max = 100) @Nullable List<@NotNull @Valid Approval> approvals,
        @NotNull @Min(1) Long version) {

    EngineeringChange numbered(String changeNumber) {
        return new EngineeringChange(
                changeNumber,
                type,
                title,
                reason,
                priority,
                status,
                effectivity,
                items,
                bomChanges,
                routingChanges,
                approvals,
                version);
    }
}
