package dev.interlock.process.run;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// What people look runs up by: `change:ECO-1`, `item:GB-4711`, `order:100001`.
class SearchTable {
    private record Entry(String runId, String key) {}

    private final Handle handle;

    SearchTable(Handle handle) {
        this.handle = handle;
    }

    Map<String, List<String>> of(List<String> runIds) {
        if (runIds.isEmpty()) {
            return Map.of();
        }
        return handle
                .createQuery(
                        "SELECT run_id, key FROM run_search WHERE run_id IN (<ids>) ORDER BY key")
                .bindList("ids", runIds)
                .map((row, _) -> new Entry(row.getString("run_id"), row.getString("key")))
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Entry::runId, Collectors.mapping(Entry::key, Collectors.toList())));
    }
}
