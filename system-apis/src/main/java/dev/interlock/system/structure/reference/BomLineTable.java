package dev.interlock.system.structure.reference;

import dev.interlock.system.structure.BomLine;
import dev.interlock.system.structure.StructureKey;
import dev.interlock.system.unit.Fraction;
import dev.interlock.system.unit.Units;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// BOM lines. Beside the quantity as it was said stands the same in the component's base unit, as
/// an exact ratio: what is computed over many levels never drifts.
@ApplicationScoped
class BomLineTable {
    private static final String DELETE =
            "DELETE FROM bom_line WHERE item_id = :itemId AND revision = :revision AND plant ="
                    + " :plant";

    private static final String INSERT =
            """
            INSERT INTO bom_line (item_id, revision, plant, position, component_id, quantity, unit, numerator, denominator,
                   scrap_percent, phantom, backflush, operation, effectivity_kind, effective_from, effective_to, alternative_group)
            VALUES (:itemId, :revision, :plant, :position, :componentId, :value, :unit, :numerator, :denominator,
                   :scrapPercent, :phantom, :backflush, :operation, :kind, :from, :to, :alternativeGroup)
            """;

    private final Units units;

    BomLineTable(Units units) {
        this.units = units;
    }

    void replace(Handle handle, StructureKey key, List<BomLine> lines) {
        handle.createUpdate(DELETE).bindMethods(key).execute();
        insert(handle, key, lines);
    }

    /// The lines' units have to be convertible.
    void insert(Handle handle, StructureKey key, List<BomLine> lines) {
        if (lines.isEmpty()) {
            return;
        }
        var measures = units.of(handle, lines.stream().map(BomLine::componentId).toList());
        var batch = handle.prepareBatch(INSERT);
        for (var line : lines) {
            var quantity = line.quantity();
            var base =
                    Fraction.of(quantity.value())
                            .times(
                                    measures.factor(line.componentId(), quantity.unit())
                                            .orElseThrow());
            var effectivity = line.effectivity();
            batch.bindMethods(key)
                    .bindMethods(line)
                    .bind("value", quantity.value())
                    .bind("unit", quantity.unit())
                    .bind("numerator", new BigDecimal(base.numerator()))
                    .bind("denominator", new BigDecimal(base.denominator()))
                    .bind("kind", effectivity == null ? null : effectivity.kind().name())
                    .bind("from", effectivity == null ? null : effectivity.fromDay())
                    .bind("to", effectivity == null ? null : effectivity.toDay())
                    .add();
        }
        batch.execute();
    }
}
