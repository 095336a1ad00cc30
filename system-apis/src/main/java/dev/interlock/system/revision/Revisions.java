package dev.interlock.system.revision;

import dev.interlock.platform.etag.IfMatch;
import dev.interlock.platform.paging.Page;
import dev.interlock.system.access.Sight;
import dev.interlock.system.backend.ErpPort;
import dev.interlock.system.effect.LocalWrite;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Revisions of items.
///
/// Empty when the item or the revision is not known, or not to be seen. A write is refused (422)
/// when the scheme has no such revision or the effectivity is of a kind whose days cannot be told,
/// and (409) when the status does not allow the step.
public interface Revisions extends ErpPort {
    Optional<Revision> revision(RevisionKey key, Sight sight);

    /// All of an item, in the scheme's order.
    Optional<Page<Revision>> of(String itemId, Sight sight);

    /// All of several items, each item's in the scheme's order.
    List<Revision> ofAll(Set<String> itemIds, Sight sight);

    LocalWrite put(RevisionKey key, RevisionDraft draft, @Nullable IfMatch ifMatch);
}
