package dev.interlock.process.facts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What quality says of an item: what is inspected, and what does not conform.
public final class Quality {
    private Quality() {}

    public record InspectionPlan(
            List<Integer> operations, List<Map<String, Object>> characteristics) {}

    public record Nonconformance(
            String nonconformanceId,
            String itemId,
            @Nullable String lot,
            String plant,
            @Nullable String orderNumber,
            String defectCode,
            String description,
            String status) {
        private static final Set<String> OVER = Set.of("CLOSED", "VOID");

        public boolean isOpen() {
            return !OVER.contains(status);
        }
    }
}
