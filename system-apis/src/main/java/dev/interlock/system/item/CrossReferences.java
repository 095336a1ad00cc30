package dev.interlock.system.item;

import dev.interlock.platform.etag.IfMatch;
import dev.interlock.system.access.Sight;
import dev.interlock.system.backend.ErpPort;
import dev.interlock.system.effect.LocalWrite;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Under which name which system knows what. These are the gateway's own, whichever ERP stands
/// behind it.
public interface CrossReferences extends ErpPort {
    Optional<CrossReference> find(CrossReference.Key key, Sight sight);

    LocalWrite put(CrossReference.Key key, CrossReference.Draft draft, @Nullable IfMatch ifMatch);
}
