package dev.interlock.system.correctiveaction;

import dev.interlock.system.access.Sight;
import org.jdbi.v3.core.Handle;

/// Corrective actions as what belongs to them changes them, inside its transaction.
public interface ActionBook {
    /// Locked until the end of the transaction. 404 when it is not known or not to be seen.
    CorrectiveAction lock(Handle handle, String id, Sight sight);

    /// Writes down what was done with a locked one, and the fact.
    void note(Handle handle, CorrectiveAction held, String deed, Sight sight);
}
