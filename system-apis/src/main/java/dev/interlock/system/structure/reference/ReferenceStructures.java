package dev.interlock.system.structure.reference;

import dev.interlock.platform.etag.IfMatch;
import dev.interlock.platform.problem.GatewayException.NotFound;
import dev.interlock.system.access.Sight;
import dev.interlock.system.anchor.Anchors;
import dev.interlock.system.effect.LocalWrite;
import dev.interlock.system.master.MasterPut;
import dev.interlock.system.structure.Bom;
import dev.interlock.system.structure.BomDraft;
import dev.interlock.system.structure.Routing;
import dev.interlock.system.structure.RoutingDraft;
import dev.interlock.system.structure.StructureKey;
import dev.interlock.system.structure.Structures;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// BOMs and routings of the embedded reference ERP.
@ApplicationScoped
@Identifier("reference")
class ReferenceStructures implements Structures {
    private final Jdbi jdbi;
    private final BomTable boms;
    private final BomRules bomRules;
    private final RoutingTable routings;
    private final RoutingRules routingRules;
    private final StructureFacts facts;
    private final Anchors anchors;
    private final MasterPut put;

    ReferenceStructures(
            Jdbi jdbi,
            BomTable boms,
            BomRules bomRules,
            RoutingTable routings,
            RoutingRules routingRules,
            StructureFacts facts,
            Anchors anchors,
            MasterPut put) {
        this.jdbi = jdbi;
        this.boms = boms;
        this.bomRules = bomRules;
        this.routings = routings;
        this.routingRules = routingRules;
        this.facts = facts;
        this.anchors = anchors;
        this.put = put;
    }

    @Override
    public Optional<Bom> bom(StructureKey key, Sight sight) {
        return seen(Set.of(key.plant()), sight).isEmpty()
                ? Optional.empty()
                : jdbi.withHandle(handle -> boms.find(handle, key));
    }

    @Override
    public List<Bom> boms(String itemId, String revision, Set<String> plants, Sight sight) {
        var seen = seen(plants, sight);
        return seen.isEmpty()
                ? List.of()
                : jdbi.withHandle(handle -> boms.find(handle, itemId, revision, seen));
    }

    @Override
    public LocalWrite putBom(StructureKey key, BomDraft draft, @Nullable IfMatch ifMatch) {
        return handle -> {
            begin(handle, key);
            bomRules.check(handle, key, draft);
            return put.putHeld(handle, boms, key, draft, ifMatch);
        };
    }

    @Override
    public Optional<Routing> routing(StructureKey key, Sight sight) {
        return seen(Set.of(key.plant()), sight).isEmpty()
                ? Optional.empty()
                : jdbi.withHandle(handle -> routings.find(handle, key));
    }

    @Override
    public List<Routing> routings(String itemId, String revision, Set<String> plants, Sight sight) {
        var seen = seen(plants, sight);
        return seen.isEmpty()
                ? List.of()
                : jdbi.withHandle(handle -> routings.find(handle, itemId, revision, seen));
    }

    @Override
    public LocalWrite putRouting(StructureKey key, RoutingDraft draft, @Nullable IfMatch ifMatch) {
        return handle -> {
            var unit = begin(handle, key);
            routingRules.check(handle, key, draft, unit);
            return put.putHeld(handle, routings, key, draft, ifMatch);
        };
    }

    private static List<String> seen(Set<String> plants, Sight sight) {
        return sight.isSupplier() ? List.of() : plants.stream().filter(sight::sees).toList();
    }

    /// Holds the item in the plant, and gives its base unit.
    private String begin(Handle handle, StructureKey key) {
        var unit =
                facts.baseUnit(handle, key).orElseThrow(() -> new NotFound("revision", key.text()));
        anchors.hold(handle, key.plant(), List.of(key.itemId()));
        return unit;
    }
}
