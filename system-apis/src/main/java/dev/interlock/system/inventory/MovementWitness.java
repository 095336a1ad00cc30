package dev.interlock.system.inventory;

import dev.interlock.system.master.Refusal;
import org.jdbi.v3.core.Handle;

/// Who has a say in a movement and keeps books of its own by it: orders, purchase orders,
/// reservations. Part of the movement's transaction.
public interface MovementWitness {
    /// Adds what speaks against it, or stops it where a state does not allow it; locks what it is
    /// going to write. Asked before the items are locked.
    void before(Handle handle, MovementDraft draft, Refusal refusal);

    /// Told when it stands. A reversal has `reversalOf` and its places the other way round.
    void after(Handle handle, Movement movement);
}
