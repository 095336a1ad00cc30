package dev.interlock.acceptance.isolation;

/// A body that each operation takes, so that a request gets as far as the object that it names.
public final class Bodies {
    private static final String CONTENT =
            """
            D0 {"symptom": "x", "responses": [{"description": "x", "responsible": "x"}]}
            D1 {"leader": "x", "members": [{"name": "x", "role": "x"}]}
            D2 {"what": "x", "where": "x", "firstSeenOn": "2026-11-01", "extent": "x"}
            D3 {"measures": [{"description": "x", "responsible": "x", "effectiveOn": "2026-11-01", "effectiveness": "x"}]}
            D4 {"causes": [{"kind": "OCCURRENCE", "method": "OTHER", "cause": "x", "evidence": "x"}]}
            D5 {"measures": [{"description": "x", "responsible": "x", "dueOn": "2026-12-01", "verification": "x"}]}
            D6 {"measures": [{"description": "x", "implementedOn": "2026-12-01", "evidence": "x"}]}
            D7 {"measures": [{"description": "x", "responsible": "x"}]}
            D8 {"summary": "x", "completedOn": "2026-12-01"}
            """;

    private Bodies() {}

    public static String of(String path, String id) {
        var last = path.substring(path.lastIndexOf('/') + 1);
        if (last.matches("D[0-8]")) {
            return CONTENT.lines()
                    .filter(line -> line.startsWith(last))
                    .findFirst()
                    .orElseThrow()
                    .substring(3);
        }
        return switch (last) {
            case "shipments" ->
                    """
                    {"orderNumber": "%s", "lines": [{"line": 10, "quantity": {"value": "1", "unit": "EA"}, "lot": "%s"}],
                     "expectedAt": "2026-12-01T08:00:00Z"}
                    """
                            .formatted(id, id);
            case "acknowledgements" ->
                    path.contains("purchase-orders")
                            ? "{\"lines\": [{\"line\": 10, \"response\": \"ACCEPT\"}]}"
                            : "{}";
            case "declines", "cancellations" -> "{\"reason\": \"x\"}";
            case "submissions" -> "{\"stage\": \"CONTAINMENT\"}";
            case "attachments" -> "evidence";
            default -> "{}";
        };
    }
}
