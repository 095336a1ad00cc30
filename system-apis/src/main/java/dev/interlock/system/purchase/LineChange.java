package dev.interlock.system.purchase;

import java.math.BigDecimal;
import java.time.LocalDate;

/// What happens to one line of a purchase order on its way from ordered to received. Quantities are
/// in the item's base unit, but for the confirmed one, which is in the line's.
public sealed interface LineChange {
    int line();

    /// Agreed: the supplier delivers so much on that day.
    record Confirmed(int line, BigDecimal quantity, BigDecimal base, LocalDate on)
            implements LineChange {}

    /// The supplier does not deliver.
    record Rejected(int line) implements LineChange {}

    /// The supplier wants something else than was ordered, and the buyer has to decide.
    record Awaiting(int line) implements LineChange {}

    /// The buyer did not want it: what stood before stands.
    record Restored(int line) implements LineChange {}

    /// A shipment is announced.
    record Announced(int line, BigDecimal base) implements LineChange {}

    /// A shipment will not come.
    record Withdrawn(int line, BigDecimal base) implements LineChange {}

    /// An announced quantity is there, or will never be: it is no longer on its way.
    record Landed(int line, BigDecimal base) implements LineChange {}
}
