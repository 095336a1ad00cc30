package dev.interlock.system.unit;

import dev.interlock.system.sql.TextArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// The table of units, and how items are measured. The table changes with a version of the product,
/// so it is read once a minute and not for every quantity.
@ApplicationScoped
public class Units {
    private static final Duration FRESH = Duration.ofMinutes(1);

    private static final String UNITS =
            "SELECT code, whole_number, dimension, numerator, denominator FROM unit";

    private static final String SCALES =
            """
            SELECT i.item_id, i.base_unit, c.unit, c.numerator, c.denominator
              FROM item i LEFT JOIN unit_conversion c USING (item_id)
             WHERE i.item_id = ANY (:items)
            """;

    private record Table(Map<String, Unit> units, Instant readAt) {}

    private final InstantSource clock;
    private volatile Table table = new Table(Map.of(), Instant.EPOCH);

    Units(InstantSource clock) {
        this.clock = clock;
    }

    /// The measures of these items; those that do not exist are left out.
    public Measures of(Handle handle, Collection<String> items) {
        return new Measures(units(handle), scales(handle, items));
    }

    private Map<String, Unit> units(Handle handle) {
        var known = table;
        var now = clock.instant();
        if (known.readAt().plus(FRESH).isBefore(now)) {
            known = new Table(read(handle), now);
            table = known;
        }
        return known.units();
    }

    private static Map<String, Unit> read(Handle handle) {
        var units = new HashMap<String, Unit>();
        handle.createQuery(UNITS)
                .map((row, context) ->
                        new Unit(
                                row.getString("code"),
                                row.getBoolean("whole_number"),
                                row.getString("dimension"),
                                fraction(
                                        row.getBigDecimal("numerator"),
                                        row.getBigDecimal("denominator"))))
                .forEach(unit -> units.put(unit.code(), unit));
        return Map.copyOf(units);
    }

    public Measures of(Handle handle, String item) {
        return of(handle, List.of(item));
    }

    private static Map<String, Measures.Scale> scales(Handle handle, Collection<String> items) {
        var scales = new HashMap<String, Measures.Scale>();
        handle.createQuery(SCALES)
                .bind("items", TextArray.of(items))
                .map(Units::scaleRow)
                .forEach(row -> {
                    var scale =
                            scales.computeIfAbsent(
                                    row.itemId(),
                                    id -> new Measures.Scale(row.baseUnit(), new HashMap<>()));
                    if (row.unit() != null) {
                        scale.own().put(row.unit(), row.size());
                    }
                });
        return scales;
    }

    private record ScaleRow(String itemId, String baseUnit, @Nullable String unit, Fraction size) {}

    private static ScaleRow scaleRow(ResultSet row, StatementContext context) throws SQLException {
        var unit = row.getString("unit");
        var size =
                unit == null
                        ? Fraction.ONE
                        : fraction(
                                row.getBigDecimal("numerator"), row.getBigDecimal("denominator"));
        return new ScaleRow(row.getString("item_id"), row.getString("base_unit"), unit, size);
    }

    private static Fraction fraction(BigDecimal numerator, BigDecimal denominator) {
        return Fraction.of(numerator).over(Fraction.of(denominator));
    }
}
