package dev.interlock.system.revision.reference;

import dev.interlock.platform.etag.IfMatch;
import dev.interlock.platform.paging.Page;
import dev.interlock.platform.problem.GatewayException.NotFound;
import dev.interlock.system.access.Sight;
import dev.interlock.system.anchor.Anchors;
import dev.interlock.system.effect.LocalWrite;
import dev.interlock.system.master.MasterPut;
import dev.interlock.system.master.Refusal;
import dev.interlock.system.revision.Revision;
import dev.interlock.system.revision.RevisionDraft;
import dev.interlock.system.revision.RevisionGate;
import dev.interlock.system.revision.RevisionKey;
import dev.interlock.system.revision.RevisionSettings;
import dev.interlock.system.revision.Revisions;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Revisions in the embedded reference ERP.
@ApplicationScoped
@Identifier("reference")
class ReferenceRevisions implements Revisions {
    private static final String ITEM =
            "SELECT item_id FROM item WHERE item_id = :itemId AND item_visible(item_id, NULL,"
                    + " :supplier)";
    private static final String PLANTS =
            "SELECT plant FROM item_plant WHERE item_id = :itemId ORDER BY plant";

    private final Jdbi jdbi;
    private final RevisionTable table;
    private final RevisionSettings settings;
    private final RevisionGate gate;
    private final Anchors anchors;
    private final MasterPut put;

    ReferenceRevisions(
            Jdbi jdbi,
            RevisionTable table,
            RevisionSettings settings,
            RevisionGate gate,
            Anchors anchors,
            MasterPut put) {
        this.jdbi = jdbi;
        this.table = table;
        this.settings = settings;
        this.gate = gate;
        this.anchors = anchors;
        this.put = put;
    }

    @Override
    public Optional<Revision> revision(RevisionKey key, Sight sight) {
        return jdbi.withHandle(handle -> table.find(handle, key, sight));
    }

    @Override
    public Optional<Page<Revision>> of(String itemId, Sight sight) {
        return jdbi.withHandle(handle -> {
            var revisions = table.list(handle, Set.of(itemId), sight);
            return revisions.isEmpty() && !knows(handle, itemId, sight)
                    ? Optional.empty()
                    : Optional.of(Page.whole(revisions));
        });
    }

    @Override
    public List<Revision> ofAll(Set<String> itemIds, Sight sight) {
        return jdbi.withHandle(handle -> table.list(handle, itemIds, sight));
    }

    @Override
    public LocalWrite put(RevisionKey key, RevisionDraft draft, @Nullable IfMatch ifMatch) {
        return handle -> {
            var plants = plants(handle, key.itemId());
            if (plants.isEmpty() && !knows(handle, key.itemId(), Sight.EVERYTHING)) {
                throw new NotFound("item", key.itemId());
            }
            check(key, draft);
            // Whoever releases an order of this item does so before or after, not meanwhile.
            anchors.holdInPlants(handle, key.itemId(), plants);
            if (draft.status() == Revision.Status.RELEASED) {
                gate.requireReleasable(handle, key, draft);
            }
            return put.put(handle, table, key, draft, ifMatch);
        };
    }

    private static List<String> plants(Handle handle, String itemId) {
        return handle.createQuery(PLANTS).bind("itemId", itemId).mapTo(String.class).list();
    }

    private void check(RevisionKey key, RevisionDraft draft) {
        var refusal = new Refusal();
        refusal.unless(
                settings.scheme().rank(key.revision()).isPresent(),
                "",
                "revision-scheme",
                "%s is no revision of the scheme %s.".formatted(key.revision(), settings.scheme()));
        refusal.unless(
                draft.effectivity().hasDays(),
                "/effectivity/kind",
                "effectivity-kind",
                "The ERP keeps revisions by date: DATE or IMMEDIATE.");
        refusal.throwIfAny();
    }

    private static boolean knows(Handle handle, String itemId, Sight sight) {
        return handle.createQuery(ITEM)
                .bind("itemId", itemId)
                .bind("supplier", sight.supplierId())
                .mapTo(String.class)
                .findOne()
                .isPresent();
    }
}
