package dev.interlock.system.structure.reference;

import dev.interlock.platform.etag.IfMatch;
import dev.interlock.system.access.Sight;
import dev.interlock.system.effect.LocalWrite;
import dev.interlock.system.master.MasterPut;
import dev.interlock.system.master.Refusal;
import dev.interlock.system.structure.WorkCenter;
import dev.interlock.system.structure.WorkCenterDraft;
import dev.interlock.system.structure.WorkCenterKey;
import dev.interlock.system.structure.WorkCenters;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Work centers of the embedded reference ERP.
@ApplicationScoped
@Identifier("reference")
class ReferenceWorkCenters implements WorkCenters {
    private final Jdbi jdbi;
    private final WorkCenterTable table;
    private final StructureFacts facts;
    private final MasterPut put;

    ReferenceWorkCenters(Jdbi jdbi, WorkCenterTable table, StructureFacts facts, MasterPut put) {
        this.jdbi = jdbi;
        this.table = table;
        this.facts = facts;
        this.put = put;
    }

    @Override
    public Optional<WorkCenter> workCenter(WorkCenterKey key, Sight sight) {
        return isSeen(key.plant(), sight)
                ? jdbi.withHandle(handle -> table.find(handle, key))
                : Optional.empty();
    }

    @Override
    public List<WorkCenter> of(Set<WorkCenterKey> keys, Sight sight) {
        var seen = keys.stream().filter(key -> isSeen(key.plant(), sight)).toList();
        return seen.isEmpty() ? List.of() : jdbi.withHandle(handle -> table.these(handle, seen));
    }

    private static boolean isSeen(String plant, Sight sight) {
        return !sight.isSupplier() && sight.sees(plant);
    }

    @Override
    public LocalWrite put(WorkCenterKey key, WorkCenterDraft draft, @Nullable IfMatch ifMatch) {
        return handle -> {
            var refusal = new Refusal();
            refusal.unless(
                    facts.knowsPlant(handle, key.plant()),
                    "",
                    "unknown-plant",
                    "There is no plant %s.".formatted(key.plant()));
            refusal.throwIfAny();
            return put.put(handle, table, key, draft, ifMatch);
        };
    }
}
