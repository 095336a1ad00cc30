package dev.interlock.system.item;

import dev.interlock.platform.etag.IfMatch;
import dev.interlock.system.access.Sight;
import dev.interlock.system.backend.ErpPort;
import dev.interlock.system.effect.LocalWrite;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who supplies an item and in which units it is measured. Empty and 404 when the item is not
/// known.
public interface ItemSourcing extends ErpPort {
    Optional<ItemSuppliers> suppliers(String itemId, Sight sight);

    LocalWrite putSuppliers(String itemId, ItemSuppliers.Draft draft, @Nullable IfMatch ifMatch);

    Optional<UnitConversions> conversions(String itemId, Sight sight);

    LocalWrite putConversions(
            String itemId, UnitConversions.Draft draft, @Nullable IfMatch ifMatch);
}
