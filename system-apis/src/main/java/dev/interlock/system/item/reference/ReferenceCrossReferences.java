package dev.interlock.system.item.reference;

import dev.interlock.platform.etag.IfMatch;
import dev.interlock.system.access.Sight;
import dev.interlock.system.effect.LocalWrite;
import dev.interlock.system.item.CrossReference;
import dev.interlock.system.item.CrossReferences;
import dev.interlock.system.master.MasterPut;
import dev.interlock.system.master.Refusal;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Cross-references, kept beside the embedded reference ERP.
@ApplicationScoped
@Identifier("reference")
class ReferenceCrossReferences implements CrossReferences {
    private final Jdbi jdbi;
    private final CrossReferenceTable table;
    private final MasterPut put;

    ReferenceCrossReferences(Jdbi jdbi, CrossReferenceTable table, MasterPut put) {
        this.jdbi = jdbi;
        this.table = table;
        this.put = put;
    }

    @Override
    public Optional<CrossReference> find(CrossReference.Key key, Sight sight) {
        return sight.isSupplier()
                ? Optional.empty()
                : jdbi.withHandle(handle -> table.find(handle, key));
    }

    @Override
    public LocalWrite put(
            CrossReference.Key key, CrossReference.Draft draft, @Nullable IfMatch ifMatch) {
        return handle -> {
            var refusal = new Refusal();
            if (!table.knows(handle, key.kind(), draft.canonicalId())) {
                refusal.unknown("/canonicalId", key.kind().noun(), draft.canonicalId());
            }
            refusal.throwIfAny();
            return put.put(handle, table, key, draft, ifMatch);
        };
    }
}
