package dev.interlock.system.usage;

import dev.interlock.system.master.Refusal;
import dev.interlock.system.sql.TextArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// Keeps items from what their usage status forbids. An item has a status and may have another one
/// in a plant: the stricter one counts.
@ApplicationScoped
public class UsageGate {
    private static final String BLOCKING =
            """
            SELECT i.item_id, min(u.usage_status) AS usage_status
              FROM item i
              LEFT JOIN item_plant ip ON ip.item_id = i.item_id AND ip.plant = :plant
              JOIN usage_policy u ON u.usage_status IN (i.usage_status, ip.usage_status)
               AND u.function = :function AND u.severity = 'BLOCK'
             WHERE i.item_id = ANY (:items)
             GROUP BY i.item_id
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

    public Blocked blocked(
            Handle handle, String plant, UsageFunction function, Collection<String> items) {
        var statuses = new HashMap<String, String>();
        handle.createQuery(BLOCKING)
                .bind("plant", plant)
                .bind("function", function.name())
                .bind("items", TextArray.of(items))
                .map((row, context) ->
                        Map.entry(row.getString("item_id"), row.getString("usage_status")))
                .forEach(entry -> statuses.put(entry.getKey(), entry.getValue()));
        return new Blocked(function, Map.copyOf(statuses));
    }

    public Blocked blocked(Handle handle, String plant, UsageFunction function, String item) {
        return blocked(handle, plant, function, List.of(item));
    }
}
