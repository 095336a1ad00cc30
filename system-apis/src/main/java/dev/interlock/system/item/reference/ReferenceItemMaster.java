package dev.interlock.system.item.reference;

import dev.interlock.platform.etag.IfMatch;
import dev.interlock.platform.paging.Page;
import dev.interlock.system.access.Sight;
import dev.interlock.system.effect.LocalWrite;
import dev.interlock.system.item.Item;
import dev.interlock.system.item.ItemDraft;
import dev.interlock.system.item.ItemMaster;
import dev.interlock.system.item.ItemPlant;
import dev.interlock.system.item.ItemQuery;
import dev.interlock.system.master.MasterPut;
import dev.interlock.system.master.Refusal;
import dev.interlock.system.master.Sorted;
import dev.interlock.system.sql.Listing;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// The item master of the embedded reference ERP.
@ApplicationScoped
@Identifier("reference")
class ReferenceItemMaster implements ItemMaster {
    private final Jdbi jdbi;
    private final ItemTable items;
    private final ItemList list;
    private final Known known;
    private final MasterPut put;

    ReferenceItemMaster(Jdbi jdbi, ItemTable items, ItemList list, Known known, MasterPut put) {
        this.jdbi = jdbi;
        this.items = items;
        this.list = list;
        this.known = known;
        this.put = put;
    }

    @Override
    public Optional<Item> item(String itemId, Sight sight) {
        return jdbi.withHandle(handle -> items.find(handle, itemId, sight));
    }

    @Override
    public Page<Item> items(ItemQuery query, Sight sight) {
        return Listing.of(jdbi, handle -> list.page(handle, query, sight));
    }

    @Override
    public List<Item> items(Set<String> itemIds, Sight sight) {
        return jdbi.withHandle(handle -> list.these(handle, itemIds, sight));
    }

    @Override
    public LocalWrite put(String itemId, ItemDraft draft, @Nullable IfMatch ifMatch) {
        return handle -> {
            check(handle, itemId, draft);
            return put.put(handle, items, itemId, draft, ifMatch);
        };
    }

    private void check(Handle handle, String itemId, ItemDraft draft) {
        var refusal = new Refusal();
        var around =
                known.aroundItem(
                        handle,
                        itemId,
                        draft.baseUnit(),
                        draft.plants().stream().map(ItemPlant::plant).toList(),
                        usageStatuses(draft));
        if (!around.knowsUnit()) {
            refusal.unknown("/baseUnit", "unit", draft.baseUnit());
        }
        if (around.baseUnit() != null && !around.baseUnit().equals(draft.baseUnit())) {
            refusal.unless(
                    !known.isMeasured(handle, itemId),
                    "/baseUnit",
                    "base-unit-in-use",
                    "The item is already counted in %s.".formatted(around.baseUnit()));
        }
        checkPlants(draft, around, refusal);
        refusal.throwIfAny();
    }

    private static Set<String> usageStatuses(ItemDraft draft) {
        var statuses = new TreeSet<String>(List.of(draft.usageStatus()));
        draft.plants().stream()
                .map(ItemPlant::usageStatus)
                .filter(status -> status != null)
                .forEach(statuses::add);
        return statuses;
    }

    private static void checkPlants(ItemDraft draft, Known.AroundItem around, Refusal refusal) {
        refusal.unless(
                Sorted.unique(draft.plants(), ItemPlant::plant),
                "/plants",
                "duplicate",
                "A plant stands more than once.");
        var statuses = around.usageStatuses();
        refusal.unlessKnown(statuses, "/usageStatus", "usage status", draft.usageStatus());
        for (var i = 0; i < draft.plants().size(); i++) {
            var plant = draft.plants().get(i);
            var at = "/plants/" + i;
            refusal.unlessKnown(around.plants(), at + "/plant", "plant", plant.plant());
            if (plant.usageStatus() != null) {
                refusal.unlessKnown(
                        statuses, at + "/usageStatus", "usage status", plant.usageStatus());
            }
            LotSizes.check(plant, draft.baseUnit(), at, refusal);
        }
    }
}
