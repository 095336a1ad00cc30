package dev.interlock.system.item;

import dev.interlock.platform.etag.IfMatch;
import dev.interlock.system.access.Sight;
import dev.interlock.system.backend.ErpPort;
import dev.interlock.system.effect.LocalWrite;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Plants and suppliers, as the ERP knows them.
public interface Masters extends ErpPort {
    Optional<Plant> plant(String plant, Sight sight);

    LocalWrite putPlant(String plant, PlantDraft draft, @Nullable IfMatch ifMatch);

    Optional<Supplier> supplier(String supplierId, Sight sight);

    LocalWrite putSupplier(String supplierId, SupplierDraft draft, @Nullable IfMatch ifMatch);
}
