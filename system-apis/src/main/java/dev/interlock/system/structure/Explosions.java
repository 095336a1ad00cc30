package dev.interlock.system.structure;

import dev.interlock.platform.paging.Page;
import dev.interlock.system.access.Sight;
import dev.interlock.system.backend.ErpPort;
import java.util.Optional;

/// Structures over all levels. Empty when the item is not known or not to be seen; refused (422)
/// when the answer would be larger than anyone can read.
public interface Explosions extends ErpPort {
    Optional<Explosion> explosion(String itemId, ExplosionQuery query, Sight sight);

    Optional<Page<WhereUsed>> whereUsed(String itemId, int levels, Sight sight);
}
