package dev.interlock.system.structure.reference;

import dev.interlock.system.sql.TextArray;
import dev.interlock.system.structure.Operation;
import dev.interlock.system.structure.OrderStructure;
import dev.interlock.system.structure.OrderStructures;
import dev.interlock.system.structure.StructureKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/// What an order takes over, from the reference ERP's own BOMs and routings.
@ApplicationScoped
class ReferenceOrderStructures implements OrderStructures {
    private static final String STEPS =
            """
            SELECT o.number, o.work_center_id, o.description, o.setup_seconds, o.run_seconds, o.inspection, o.subcontractor_id,
                   w.daily_capacity_seconds
              FROM routing r
              JOIN routing_operation o USING (item_id, revision, plant)
              JOIN work_center w USING (plant, work_center_id)
             WHERE r.item_id = :itemId AND r.revision = :revision AND r.plant = :plant
             ORDER BY o.number
            """;

    private static final String LOCATIONS =
            """
            SELECT ip.item_id, ip.supply_location
              FROM item_plant ip
             WHERE ip.plant = :plant AND ip.supply_location IS NOT NULL
               AND ip.item_id = ANY (:items)
            """;

    private final BomWalk walk;

    ReferenceOrderStructures(BomWalk walk) {
        this.walk = walk;
    }

    @Override
    public OrderStructure copy(Handle handle, StructureKey key, LocalDate on, BigDecimal quantity) {
        var all = walk.throughPhantoms(handle, key, on, quantity);
        var steps = all.stream().filter(step -> !step.phantom()).toList();
        var locations = locations(handle, key.plant(), steps);
        var taken = new HashSet<Integer>();
        steps.stream()
                .filter(step -> step.level() == 1)
                .forEach(step -> taken.add(step.position()));
        var components = new ArrayList<OrderStructure.Component>();
        var above = new ArrayList<String>();
        for (var step : all) {
            above.subList(step.level() - 1, above.size()).clear();
            if (step.phantom()) {
                above.add(step.componentId());
                continue;
            }
            components.add(
                    new OrderStructure.Component(
                            step.level() == 1 ? step.position() : free(step.topPosition(), taken),
                            step.componentId(),
                            step.quantity(),
                            step.operation(),
                            locations.get(step.componentId()),
                            step.backflush(),
                            above));
        }
        return new OrderStructure(
                components,
                handle.createQuery(STEPS)
                        .bindMethods(key)
                        .map(ReferenceOrderStructures::step)
                        .list());
    }

    /// Lines of the BOM keep their position; what comes out of a phantom goes where the phantom
    /// stood, or next to it.
    private static int free(int position, Set<Integer> taken) {
        var candidate = position;
        while (!taken.add(candidate)) {
            candidate++;
        }
        return candidate;
    }

    private static Map<String, String> locations(
            Handle handle, String plant, List<BomWalk.Step> steps) {
        var locations = new HashMap<String, String>();
        handle.createQuery(LOCATIONS)
                .bind("plant", plant)
                .bind("items", TextArray.of(steps.stream().map(BomWalk.Step::componentId).toList()))
                .map((row, context) ->
                        Map.entry(row.getString("item_id"), row.getString("supply_location")))
                .forEach(entry -> locations.put(entry.getKey(), entry.getValue()));
        return locations;
    }

    private static OrderStructure.Step step(ResultSet row, StatementContext context)
            throws SQLException {
        var operation =
                new Operation(
                        row.getInt("number"),
                        row.getString("work_center_id"),
                        row.getString("description"),
                        Seconds.from(row.getBigDecimal("setup_seconds")),
                        Seconds.from(row.getBigDecimal("run_seconds")),
                        row.getBoolean("inspection"),
                        row.getString("subcontractor_id"));
        return new OrderStructure.Step(
                operation, Duration.ofSeconds(row.getLong("daily_capacity_seconds")));
    }
}
