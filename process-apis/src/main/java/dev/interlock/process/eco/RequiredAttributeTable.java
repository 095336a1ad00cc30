package dev.interlock.process.eco;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// Which attributes a lifecycle asks for, per item type and plant; '*' stands for any.
@ApplicationScoped
class RequiredAttributeTable implements AttributesCompleteCheck.RequiredAttributes {
    private static final String SELECT =
            """
            SELECT DISTINCT attribute FROM required_attribute
             WHERE item_type IN (:type, '*') AND lifecycle = :lifecycle AND (plant = '*' OR plant IN (<plants>))
             ORDER BY attribute
            """;

    private final Jdbi jdbi;

    RequiredAttributeTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public List<String> of(String itemType, List<String> plants, String lifecycle) {
        return jdbi.withHandle(handle ->
                handle.createQuery(SELECT)
                        .bind("type", itemType)
                        .bind("lifecycle", lifecycle)
                        .bindList("plants", plants)
                        .mapTo(String.class)
                        .list());
    }
}
