package dev.interlock.system.nonconformance;

import dev.interlock.platform.quantity.Quantity;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;

/// What becomes of the affected quantity, share by share.
public record Disposition(@NotEmpty @Size(max = 100) List<@NotNull @Valid Line> lines) {

    /// What can be decided.
    public enum Decision {
        USE_AS_IS,
        REWORK,
        REPAIR,
        SCRAP,
        RETURN_TO_SUPPLIER
    }

    /// One share.
    public record Line(@NotNull @Valid Quantity quantity, @NotNull Decision decision) {}

    /// Every share is more than nothing and together they are the whole, no more and no less.
    boolean addsUpTo(Quantity affected) {
        return lines.stream()
                        .allMatch(line ->
                                line.quantity().isPositive()
                                        && line.quantity().unit().equals(affected.unit()))
                && lines.stream()
                                .map(line -> line.quantity().value())
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .compareTo(affected.value())
                        == 0;
    }
}
