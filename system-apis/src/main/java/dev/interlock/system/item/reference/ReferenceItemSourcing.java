package dev.interlock.system.item.reference;

import dev.interlock.platform.etag.IfMatch;
import dev.interlock.platform.problem.GatewayException.NotFound;
import dev.interlock.system.access.Sight;
import dev.interlock.system.effect.LocalWrite;
import dev.interlock.system.item.Item;
import dev.interlock.system.item.ItemSourcing;
import dev.interlock.system.item.ItemSuppliers;
import dev.interlock.system.item.UnitConversions;
import dev.interlock.system.master.MasterPut;
import dev.interlock.system.master.Refusal;
import dev.interlock.system.master.Sorted;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Suppliers and units of items in the embedded reference ERP.
@ApplicationScoped
@Identifier("reference")
class ReferenceItemSourcing implements ItemSourcing {
    private final Jdbi jdbi;
    private final ItemTable items;
    private final ItemSupplierTable suppliers;
    private final UnitConversionTable conversions;
    private final Known known;
    private final MasterPut put;

    ReferenceItemSourcing(
            Jdbi jdbi,
            ItemTable items,
            ItemSupplierTable suppliers,
            UnitConversionTable conversions,
            Known known,
            MasterPut put) {
        this.jdbi = jdbi;
        this.items = items;
        this.suppliers = suppliers;
        this.conversions = conversions;
        this.known = known;
        this.put = put;
    }

    @Override
    public Optional<ItemSuppliers> suppliers(String itemId, Sight sight) {
        return jdbi.withHandle(handle -> suppliers.find(handle, itemId, sight));
    }

    @Override
    public LocalWrite putSuppliers(
            String itemId, ItemSuppliers.Draft draft, @Nullable IfMatch ifMatch) {
        return handle -> {
            item(handle, itemId);
            var refusal = new Refusal();
            var wanted = draft.suppliers();
            refusal.unless(
                    Sorted.unique(wanted, ItemSuppliers.ItemSupplier::supplierId),
                    "/suppliers",
                    "duplicate",
                    "A supplier stands more than once.");
            var existing =
                    known.suppliers(
                            handle,
                            wanted.stream().map(ItemSuppliers.ItemSupplier::supplierId).toList());
            for (var i = 0; i < wanted.size(); i++) {
                refusal.unlessKnown(
                        existing,
                        "/suppliers/" + i + "/supplierId",
                        "supplier",
                        wanted.get(i).supplierId());
            }
            refusal.throwIfAny();
            return put.put(handle, suppliers, itemId, draft, ifMatch);
        };
    }

    @Override
    public Optional<UnitConversions> conversions(String itemId, Sight sight) {
        return jdbi.withHandle(handle -> conversions.find(handle, itemId, sight));
    }

    @Override
    public LocalWrite putConversions(
            String itemId, UnitConversions.Draft draft, @Nullable IfMatch ifMatch) {
        return handle -> {
            var item = item(handle, itemId);
            var refusal = new Refusal();
            var wanted = draft.conversions();
            refusal.unless(
                    Sorted.unique(wanted, UnitConversions.UnitConversion::unit),
                    "/conversions",
                    "duplicate",
                    "A unit stands more than once.");
            var existing =
                    known.units(
                            handle,
                            wanted.stream().map(UnitConversions.UnitConversion::unit).toList());
            for (var i = 0; i < wanted.size(); i++) {
                var at = "/conversions/" + i + "/unit";
                var unit = wanted.get(i).unit();
                refusal.unlessKnown(existing, at, "unit", unit);
                refusal.unless(
                        !unit.equals(item.baseUnit()), at, "base-unit", "The base unit is itself.");
            }
            refusal.throwIfAny();
            return put.put(handle, conversions, itemId, draft, ifMatch);
        };
    }

    private Item item(Handle handle, String itemId) {
        return items.find(handle, itemId).orElseThrow(() -> new NotFound("item", itemId));
    }
}
