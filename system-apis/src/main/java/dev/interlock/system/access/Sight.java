package dev.interlock.system.access;

import dev.interlock.platform.problem.GatewayException.Rejected;
import dev.interlock.platform.problem.ProblemType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the caller may see. No plants means all of them; a supplier means nothing but that
/// supplier's share.
public record Sight(Set<String> plants, @Nullable String supplierId) {
    public static final Sight EVERYTHING = new Sight(Set.of(), null);

    public Sight {
        plants = Set.copyOf(plants);
    }

    public boolean sees(String plant) {
        return plants.isEmpty() || plants.contains(plant);
    }

    public boolean isSupplier() {
        return supplierId != null;
    }

    public Side side() {
        return isSupplier() ? Side.SUPPLIER : Side.BUYER;
    }

    /// What only one side may do: the other is refused (403), whatever its scopes are.
    public void require(Side side, String deed) {
        if (side() != side) {
            throw new Rejected(
                    ProblemType.INSUFFICIENT_SCOPE,
                    "Only the %s's side may %s."
                            .formatted(side == Side.BUYER ? "buyer" : "supplier", deed));
        }
    }

    public void requireBuyer(String deed) {
        require(Side.BUYER, deed);
    }
}
