package dev.interlock.system.inventory;

import dev.interlock.platform.paging.Page;
import dev.interlock.system.access.Sight;
import dev.interlock.system.backend.ErpPort;
import dev.interlock.system.effect.LocalWrite;
import java.util.Optional;

/// Stock: what lies where, and how it came there.
///
/// A movement is refused (422) with every reason at once: unknown item, plant or order, a unit that
/// does not convert, stock that is not there or on hold; and (409) when its order's state does not
/// allow it. Only a movement that stands can be reversed, once.
public interface Stock extends ErpPort {
    Page<Balance> balances(BalanceQuery query, Sight sight);

    Page<Movement> movements(MovementQuery query, Sight sight);

    Optional<Movement> movement(String movementId, Sight sight);

    LocalWrite post(MovementDraft draft, Sight sight);

    LocalWrite reverse(String movementId, Reversal reversal, Sight sight);
}
