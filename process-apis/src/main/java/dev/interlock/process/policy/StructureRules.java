package dev.interlock.process.policy;

import dev.interlock.process.policy.PolicyRow.StructureRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/// What a line that engineering adds becomes in production: by the plant and the component's type.
@ApplicationScoped
public class StructureRules {
    private static final String ANY = "*";

    private final Jdbi jdbi;

    StructureRules(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public StructureRule of(String plant, String componentType) {
        return jdbi.withHandle(PolicyKind.STRUCTURE_RULES::rows).stream()
                .filter(row -> Set.of(plant, ANY).contains(row.plant()))
                .filter(row -> Set.of(componentType, ANY).contains(row.componentType()))
                .min(
                        Comparator.comparing((StructureRule row) -> row.plant().equals(ANY))
                                .thenComparing(row -> row.componentType().equals(ANY)))
                .orElse(new StructureRule(ANY, ANY, false, false, BigDecimal.ZERO));
    }
}
