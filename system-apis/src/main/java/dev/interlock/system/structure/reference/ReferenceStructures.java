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
        return hidden(key, sight)
                ? Optional.empty()
                : jdbi.withHandle(handle -> boms.find(handle, key));
    }

    @Override
    public LocalWrite putBom(StructureKey key, BomDraft draft, @Nullable IfMatch ifMatch) {
        return handle -> {
            begin(handle, key);
            bomRules.check(handle, key, draft);
            return put.put(handle, boms, key, draft, ifMatch);
        };
    }

    @Override
    public Optional<Routing> routing(StructureKey key, Sight sight) {
        return hidden(key, sight)
                ? Optional.empty()
                : jdbi.withHandle(handle -> routings.find(handle, key));
    }

    @Override
    public LocalWrite putRouting(StructureKey key, RoutingDraft draft, @Nullable IfMatch ifMatch) {
        return handle -> {
            begin(handle, key);
            routingRules.check(handle, key, draft);
            return put.put(handle, routings, key, draft, ifMatch);
        };
    }

    private static boolean hidden(StructureKey key, Sight sight) {
        return sight.isSupplier() || !sight.sees(key.plant());
    }

    private void begin(Handle handle, StructureKey key) {
        if (!facts.knows(handle, key)) {
            throw new NotFound("revision", key.text());
        }
        anchors.hold(handle, key.plant(), List.of(key.itemId()));
    }
}
