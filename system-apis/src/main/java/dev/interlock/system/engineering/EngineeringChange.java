package dev.interlock.system.engineering;

import dev.interlock.system.engineering.ChangeContent.AffectedItem;
import dev.interlock.system.engineering.ChangeContent.Approval;
import dev.interlock.system.engineering.ChangeContent.BomChange;
import dev.interlock.system.engineering.ChangeContent.RoutingChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An engineering change. `version` numbers its content and is PLM's; its status does not raise it.
public record EngineeringChange(
        String changeNumber,
        Type type,
        String title,
        @Nullable String reason,
        @Nullable String priority,
        ChangeStatus status,
        Effectivity effectivity,
        List<AffectedItem> items,
        @Nullable List<BomChange> bomChanges,
        @Nullable List<RoutingChange> routingChanges,
        @Nullable List<Approval> approvals,
        Long version) {
    public EngineeringChange {
        items = List.copyOf(items);
        bomChanges = bomChanges == null ? List.of() : List.copyOf(bomChanges);
        routingChanges = routingChanges == null ? List.of() : List.copyOf(routingChanges);
        approvals = approvals == null ? List.of() : List.copyOf(approvals);
    }

    /// For good, or for a while.
    public enum Type {
        ORDER,
        DEVIATION
    }

    /// What it says, without its number.
    public ChangeRequest content() {
        return new ChangeRequest(
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

    boolean approved() {
        return status == ChangeStatus.APPROVED;
    }
}
