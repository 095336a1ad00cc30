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

    /// What only the buyer's side may do: a supplier is refused (403), whatever its scopes are.
    public void requireBuyer(String deed) {
        if (isSupplier()) {
            throw new Rejected(
                    ProblemType.INSUFFICIENT_SCOPE,
                    "Only the buyer's side may %s.".formatted(deed));
        }
    }
}
