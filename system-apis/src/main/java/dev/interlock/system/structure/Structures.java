package dev.interlock.system.structure;

import dev.interlock.platform.etag.IfMatch;
import dev.interlock.system.access.Sight;
import dev.interlock.system.backend.ErpPort;
import dev.interlock.system.effect.LocalWrite;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// BOMs and routings, one of each per item, revision and plant.
///
/// Empty when there is none, or the caller may not see it: a supplier never sees a structure. A
/// write is refused (404) when the revision is not known, and (422) with every reason at once when
/// components, work centers or units do not fit.
public interface Structures extends ErpPort {
    Optional<Bom> bom(StructureKey key, Sight sight);

    /// Those of several plants.
    List<Bom> boms(String itemId, String revision, Set<String> plants, Sight sight);

    LocalWrite putBom(StructureKey key, BomDraft draft, @Nullable IfMatch ifMatch);

    Optional<Routing> routing(StructureKey key, Sight sight);

    /// Those of several plants.
    List<Routing> routings(String itemId, String revision, Set<String> plants, Sight sight);

    LocalWrite putRouting(StructureKey key, RoutingDraft draft, @Nullable IfMatch ifMatch);
}
