package dev.interlock.system.hold;

import dev.interlock.platform.paging.Page;
import dev.interlock.system.access.Sight;
import dev.interlock.system.backend.ErpPort;
import dev.interlock.system.effect.LocalWrite;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Holds that really hold: whoever reserves, issues or releases asks here first.
///
/// Placing is refused (422) when the target is not known; releasing (404) when the hold is not
/// known and (409) when it is released.
public interface Holds extends ErpPort {
    Optional<Hold> hold(String holdId, Sight sight);

    Page<Hold> holds(HoldQuery query, Sight sight);

    /// The active ones on these targets, and on any supplier.
    List<Hold> activeOn(Set<String> targets, Sight sight);

    LocalWrite place(HoldDraft draft, Sight sight);

    LocalWrite release(String holdId, HoldRelease release, Sight sight);
}
