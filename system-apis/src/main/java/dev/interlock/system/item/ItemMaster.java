package dev.interlock.system.item;

import dev.interlock.platform.etag.IfMatch;
import dev.interlock.platform.paging.Page;
import dev.interlock.system.access.Sight;
import dev.interlock.system.backend.ErpPort;
import dev.interlock.system.effect.LocalWrite;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the gateway asks of an ERP's item master, in the gateway's own words.
///
/// Empty when the ERP does not know the item, or the caller may not see it. A write is a
/// description of the effect, done once by whoever performs it; it is refused (422) with every
/// reason at once when plants, units, suppliers or statuses are unknown.
public interface ItemMaster extends ErpPort {
    Optional<Item> item(String itemId, Sight sight);

    Page<Item> items(ItemQuery query, Sight sight);

    /// Those of them that are known.
    List<Item> items(Set<String> itemIds, Sight sight);

    LocalWrite put(String itemId, ItemDraft draft, @Nullable IfMatch ifMatch);
}
