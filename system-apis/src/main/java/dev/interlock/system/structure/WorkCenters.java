package dev.interlock.system.structure;

import dev.interlock.platform.etag.IfMatch;
import dev.interlock.system.access.Sight;
import dev.interlock.system.backend.ErpPort;
import dev.interlock.system.effect.LocalWrite;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Work centers. Empty when there is none, or the caller may not see it; a write is refused (422)
/// when the plant is not known.
public interface WorkCenters extends ErpPort {
    Optional<WorkCenter> workCenter(WorkCenterKey key, Sight sight);

    /// Those of them that are known.
    List<WorkCenter> of(Set<WorkCenterKey> keys, Sight sight);

    LocalWrite put(WorkCenterKey key, WorkCenterDraft draft, @Nullable IfMatch ifMatch);
}
