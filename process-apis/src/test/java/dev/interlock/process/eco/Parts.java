package dev.interlock.process.eco;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.process.eco.EngineeringChange.AffectedItem;
import dev.interlock.process.facts.Bom;
import dev.interlock.process.facts.Revision;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What drawings are made of.
final class Parts {
    private Parts() {}

    static Revision revision(String itemId, String revision, String status, @Nullable String from) {
        return new Revision(
                itemId,
                revision,
                status,
                from == null ? null : LocalDate.parse(from),
                null,
                null,
                null,
                null,
                List.of(),
                List.of());
    }

    /// Gearbox revision C as a person has prepared it.
    static Revision prepared(Map<String, Object> attributes) {
        return new Revision(
                "GB-4711",
                "C",
                "IN_WORK",
                null,
                null,
                null,
                null,
                attributes,
                List.of("https://plm.example/GB-4711/C"),
                List.of());
    }

    static AffectedItem affected(
            String itemId, @Nullable String from, String to, Map<String, String> disposition) {
        return new AffectedItem(
                itemId, from, to, "RELEASED", true, Map.of(), List.of("1000"), disposition);
    }

    static Bom bom(Bom.Line... lines) {
        return bom("CERTIFIED", lines);
    }

    static Bom bom(String status, Bom.Line... lines) {
        return new Bom("PRODUCTION", status, Quantity.of("1", "EA"), null, List.of(lines));
    }

    static Bom.Line line(int position, String component) {
        return new Bom.Line(
                position, component, Quantity.of("1", "EA"), null, false, false, null, null, null);
    }
}
