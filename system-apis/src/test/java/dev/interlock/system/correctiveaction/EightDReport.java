package dev.interlock.system.correctiveaction;

import java.util.Map;
import java.util.Objects;

/// An 8D report as JSON with single quotes: what the buyer asks for, and what the supplier writes
/// into each discipline.
final class EightDReport {
    private static final Map<String, String> CONTENT =
            Map.of(
                    "D0",
                    "{'symptom': 'noise', 'responses': [{'description': 'stop', 'responsible':"
                            + " 'Ann'}]}",
                    "D1",
                    "{'leader': 'Ann', 'members': [{'name': 'Bob', 'role': 'quality'}]}",
                    "D2",
                    "{'what': 'cracks', 'where': 'inner ring', 'firstSeenOn': '2026-11-01',"
                            + " 'extent': '3 of 100'}",
                    "D3",
                    "{'measures': [{'description': 'sort', 'responsible': 'Bob', 'effectiveOn':"
                            + " '2026-11-02', 'effectiveness': '100 % sorted'}]}",
                    "D4",
                    "{'causes': [{'kind': 'OCCURRENCE', 'method': 'FIVE_WHYS', 'cause': 'oven too"
                            + " hot', 'evidence': 'log'}]}",
                    "D5",
                    "{'measures': [{'description': 'new sensor', 'responsible': 'Bob', 'dueOn':"
                            + " '2026-12-01', 'verification': 'trial'}]}",
                    "D6",
                    "{'measures': [{'description': 'new sensor', 'implementedOn': '2026-12-01',"
                            + " 'evidence': 'photo'}]}",
                    "D7",
                    "{'measures': [{'description': 'all ovens', 'responsible': 'Bob'}],"
                            + " 'documents': ['FMEA 7']}",
                    "D8",
                    "{'summary': 'no cracks since', 'completedOn': '2026-12-20'}");

    private EightDReport() {}

    static String content(String discipline) {
        return Objects.requireNonNull(CONTENT.get(discipline));
    }

    static String draft(String item, String more) {
        return """
        {'supplierId': 'ACME', 'plant': '1000', 'itemId': '%s', 'lot': 'L-1', 'title': 'Cracks', 'description': 'Cracks in the inner ring',
         'severity': 'MAJOR'%s}
        """
                .formatted(item, more);
    }
}
