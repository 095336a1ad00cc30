package dev.interlock.process.eco;

import dev.interlock.process.eco.AttributesCompleteCheck.Required;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// Which attributes a lifecycle asks for, per item type and plant; '*' stands for any.
@ApplicationScoped
class RequiredAttributeTable implements AttributesCompleteCheck.RequiredAttributes {
    private static final String SELECT =
            """
            SELECT DISTINCT item_type, attribute FROM required_attribute
             WHERE lifecycle IN ('*', :lifecycle) AND (plant = '*' OR plant IN (<plants>))
             ORDER BY attribute
            """;

    private final Jdbi jdbi;

    RequiredAttributeTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public List<Required> of(List<String> plants, String lifecycle) {
        return jdbi.withHandle(handle ->
                handle.createQuery(SELECT)
                        .bind("lifecycle", lifecycle)
                        .bindList("plants", plants)
                        .map((row, _) ->
                                new Required(
                                        row.getString("item_type"), row.getString("attribute")))
                        .list());
    }
}
