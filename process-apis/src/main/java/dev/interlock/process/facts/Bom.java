package dev.interlock.process.facts;

import dev.interlock.platform.quantity.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The production BOM of one item, revision and plant.
public record Bom(
        String usage,
        String status,
        Quantity baseQuantity,
        @Nullable Effectivity effectivity,
        List<Line> lines) {
    /// What ERP says of a structure that orders may take.
    public static final String CERTIFIED = "CERTIFIED";

    /// So many digits and decimals a quantity may have.
    private static final int WHOLE_DIGITS = 18;

    private static final int DECIMALS = 9;

    public record Line(
            int position,
            String componentId,
            Quantity quantity,
            @Nullable String scrapPercent,
            boolean phantom,
            boolean backflush,
            @Nullable Integer operation,
            @Nullable Effectivity effectivity,
            @Nullable String alternativeGroup) {}

    public boolean isCertified() {
        return status.equals(CERTIFIED);
    }

    /// What goes into the base quantity, where this goes into one piece.
    public Quantity ofBase(Quantity ofOne) {
        return plain(ofOne, ofOne.value().multiply(baseQuantity.value()));
    }

    /// Whether what goes into the base quantity can be kept, where this goes into one piece.
    public boolean canHold(Quantity ofOne) {
        var value = ofBase(ofOne).value();
        return value.precision() - value.scale() <= WHOLE_DIGITS && value.scale() <= DECIMALS;
    }

    /// What goes into one piece, rounded up where it has no end, where this goes into the base
    /// quantity.
    public Quantity ofOne(Quantity ofBase) {
        return plain(
                ofBase, ofBase.value().divide(baseQuantity.value(), DECIMALS, RoundingMode.UP));
    }

    private static Quantity plain(Quantity of, BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return new Quantity(stripped.scale() < 0 ? stripped.setScale(0) : stripped, of.unit());
    }
}
