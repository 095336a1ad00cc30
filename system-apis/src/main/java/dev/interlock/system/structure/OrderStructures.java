package dev.interlock.system.structure;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jdbi.v3.core.Handle;

/// Copies what holds on a day for an order, inside the transaction that creates or changes it.
/// Phantoms are gone through; of alternatives the first one is taken. Empty lists when there is no
/// BOM or no routing: whether that may be is for the release to say.
public interface OrderStructures {
    OrderStructure copy(Handle handle, StructureKey key, LocalDate on, BigDecimal quantity);
}
