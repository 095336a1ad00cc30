package dev.interlock.system.usage;

import dev.interlock.system.master.Refusal;
import dev.interlock.system.sql.TextArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Keeps items from what their usage status forbids. An item has a status and may have another one
/// in a plant: the stricter one counts.
@ApplicationScoped
public class UsageGate {
    private static final String BLOCKING =
            """
            SELECT u.function, i.item_id, min(u.usage_status) AS usage_status
              FROM item i
              LEFT JOIN item_plant ip ON ip.item_id = i.item_id AND ip.plant = :plant
              JOIN usage_policy u ON u.usage_status IN (i.usage_status, ip.usage_status)
               AND u.function = ANY (:functions) AND u.severity = 'BLOCK'
             WHERE i.item_id = ANY (:items)
             GROUP BY u.function, i.item_id
            """;

    /// Which items are kept from a function in a plant, and by which status.
    public record Blocked(UsageFunction function, Map<String, String> statuses) {
        public static final Blocked NOTHING = new Blocked(UsageFunction.QUALITY, Map.of());

        /// Adds the refusal of an item that is.
        public void refuse(String itemId, String pointer, Refusal refusal) {
            var status = statuses.get(itemId);
            if (status != null) {
                refusal.add(
                        pointer,
                        "usage-blocked",
                        "%s is %s, which blocks %s.".formatted(itemId, status, function));
            }
        }
    }

    /// By each of several functions.
    public Map<UsageFunction, Blocked> blocked(
            Handle handle, String plant, Set<UsageFunction> functions, Collection<String> items) {
        var statuses = new EnumMap<UsageFunction, Map<String, String>>(UsageFunction.class);
        functions.forEach(function -> statuses.put(function, new HashMap<>()));
        handle.createQuery(BLOCKING)
                .bind("plant", plant)
                .bind("functions", TextArray.of(functions.stream().map(Enum::name).toList()))
                .bind("items", TextArray.of(items))
                .map((row, _) ->
                        new Block(
                                UsageFunction.valueOf(row.getString("function")),
                                row.getString("item_id"),
                                row.getString("usage_status")))
                .forEach(block -> block.addTo(statuses));
        return statuses.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                of -> new Blocked(of.getKey(), Map.copyOf(of.getValue()))));
    }

    private record Block(UsageFunction function, String item, String status) {
        void addTo(Map<UsageFunction, Map<String, String>> statuses) {
            statuses.computeIfAbsent(function, _ -> new HashMap<>()).put(item, status);
        }
    }

    public Blocked blocked(
            Handle handle, String plant, UsageFunction function, Collection<String> items) {
        return Objects.requireNonNull(
                blocked(handle, plant, Set.of(function), items).get(function));
    }

    public Blocked blocked(Handle handle, String plant, UsageFunction function, String item) {
        return blocked(handle, plant, function, List.of(item));
    }
}
