package dev.interlock.system.structure.reference;

import dev.interlock.platform.paging.Page;
import dev.interlock.platform.problem.GatewayException.InvalidRequest;
import dev.interlock.system.access.Sight;
import dev.interlock.system.structure.Explosion;
import dev.interlock.system.structure.ExplosionQuery;
import dev.interlock.system.structure.Explosions;
import dev.interlock.system.structure.StructureKey;
import dev.interlock.system.structure.WhereUsed;
import dev.interlock.system.unit.Exact;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Structures over all levels in the embedded reference ERP.
@ApplicationScoped
@Identifier("reference")
class ReferenceExplosions implements Explosions {
    private final Jdbi jdbi;
    private final BomWalk down;
    private final WhereUsedWalk up;
    private final StructureFacts facts;

    ReferenceExplosions(Jdbi jdbi, BomWalk down, WhereUsedWalk up, StructureFacts facts) {
        this.jdbi = jdbi;
        this.down = down;
        this.up = up;
        this.facts = facts;
    }

    @Override
    public Optional<Explosion> explosion(String itemId, ExplosionQuery query, Sight sight) {
        if (sight.isSupplier()) {
            return Optional.empty();
        }
        return jdbi.withHandle(handle ->
                facts.baseUnit(handle, itemId, sight)
                        .map(unit -> explode(handle, itemId, unit, query, sight)));
    }

    @Override
    public Optional<Page<WhereUsed>> whereUsed(String itemId, int levels, Sight sight) {
        if (sight.isSupplier()) {
            return Optional.empty();
        }
        return jdbi.withHandle(handle ->
                facts.baseUnit(handle, itemId, sight)
                        .map(unit -> Page.whole(up.up(handle, itemId, levels, sight))));
    }

    private Explosion explode(
            Handle handle, String itemId, String unit, ExplosionQuery query, Sight sight) {
        var plant = query.plant();
        var today = sight.sees(plant) ? facts.today(handle, plant) : Optional.<LocalDate>empty();
        if (today.isEmpty()) {
            throw new InvalidRequest(
                    "?plant", "unknown-plant", "There is no plant %s.".formatted(plant));
        }
        var day = query.on() == null ? today.get() : query.on();
        var revision = facts.revisionOn(handle, itemId, day);
        var steps =
                revision.map(held ->
                                down.everything(
                                        handle,
                                        new StructureKey(itemId, held, plant),
                                        day,
                                        query.quantity(),
                                        query.levels()))
                        .orElse(List.of());
        return new Explosion(
                itemId,
                revision.orElse(null),
                plant,
                day,
                Exact.of(query.quantity(), unit),
                steps.stream().map(ReferenceExplosions::line).toList(),
                steps.stream()
                        .filter(BomWalk.Step::loop)
                        .map(ReferenceExplosions::loop)
                        .distinct()
                        .toList());
    }

    private static Explosion.Line line(BomWalk.Step step) {
        return new Explosion.Line(
                step.level(),
                step.parentId(),
                step.parentRevision(),
                step.position(),
                step.componentId(),
                step.revision(),
                Exact.of(step.quantity(), step.unit()),
                step.scrapPercent(),
                step.phantom(),
                step.operation());
    }

    /// From the item to itself, without what leads there.
    private static List<String> loop(BomWalk.Step step) {
        return step.path().subList(step.path().indexOf(step.componentId()), step.path().size());
    }
}
