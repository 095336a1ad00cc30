package dev.interlock.system.item.reference;

import dev.interlock.platform.etag.IfMatch;
import dev.interlock.system.access.Sight;
import dev.interlock.system.effect.LocalWrite;
import dev.interlock.system.item.Masters;
import dev.interlock.system.item.Plant;
import dev.interlock.system.item.PlantDraft;
import dev.interlock.system.item.Supplier;
import dev.interlock.system.item.SupplierDraft;
import dev.interlock.system.master.MasterPut;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Plants and suppliers of the embedded reference ERP.
@ApplicationScoped
@Identifier("reference")
class ReferenceMasters implements Masters {
    private final Jdbi jdbi;
    private final PlantTable plants;
    private final SupplierTable suppliers;
    private final MasterPut put;

    ReferenceMasters(Jdbi jdbi, PlantTable plants, SupplierTable suppliers, MasterPut put) {
        this.jdbi = jdbi;
        this.plants = plants;
        this.suppliers = suppliers;
        this.put = put;
    }

    @Override
    public Optional<Plant> plant(String plant, Sight sight) {
        return sight.sees(plant)
                ? jdbi.withHandle(handle -> plants.find(handle, plant))
                : Optional.empty();
    }

    @Override
    public LocalWrite putPlant(String plant, PlantDraft draft, @Nullable IfMatch ifMatch) {
        return handle -> put.put(handle, plants, plant, draft, ifMatch);
    }

    @Override
    public Optional<Supplier> supplier(String supplierId, Sight sight) {
        return sight.isSupplier() && !supplierId.equals(sight.supplierId())
                ? Optional.empty()
                : jdbi.withHandle(handle -> suppliers.find(handle, supplierId));
    }

    @Override
    public LocalWrite putSupplier(
            String supplierId, SupplierDraft draft, @Nullable IfMatch ifMatch) {
        return handle -> put.put(handle, suppliers, supplierId, draft, ifMatch);
    }
}
