package dev.interlock.partner.below;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlock.platform.problem.Violation;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Violations that a tier below found, told on. Bodies have the same shape there, so a pointer into
/// the body stays as it is; a pointer to anything else does not get out.
final class ViolationsBelow {
    /// Rules whose words name nothing but lines of the supplier's own order, what it has sent
    /// itself, and disciplines. A rule that joins them is read first; until then it is `refused`.
    private static final Set<String> TOLD =
            Set.of(
                    "awaiting-decision",
                    "before-order",
                    "day-needed",
                    "discipline-missing",
                    "duplicate",
                    "empty",
                    "line-rejected",
                    "lot-needed",
                    "no-change",
                    "no-lot",
                    "no-serials",
                    "not-as-ordered",
                    "not-submitted",
                    "nothing-delivered",
                    "on-hold",
                    "other-unit",
                    "over-delivery",
                    "positive",
                    "quantity-changed",
                    "reason-needed",
                    "serial-count",
                    "serial-shipped",
                    "too-many",
                    "type-mismatch",
                    "unknown-line",
                    "unknown-purchase-order");

    private ViolationsBelow() {}

    /// Of a 400: the words are about what has been sent and nothing else.
    static List<Violation> ofShape(JsonNode problem) {
        return each(problem).map(ViolationsBelow::asItStands).toList();
    }

    /// Of a 422.
    static List<Violation> ofRefusal(JsonNode problem) {
        return each(problem)
                .map(violation ->
                        TOLD.contains(violation.path("code").asText())
                                ? asItStands(violation)
                                : new Violation(
                                        pointer(violation),
                                        "refused",
                                        "The buyer's side refuses this."))
                .distinct()
                .toList();
    }

    private static Stream<JsonNode> each(JsonNode problem) {
        return StreamSupport.stream(problem.path("violations").spliterator(), false);
    }

    private static Violation asItStands(JsonNode violation) {
        return new Violation(
                pointer(violation),
                violation.path("code").asText(),
                violation.path("detail").asText());
    }

    private static String pointer(JsonNode violation) {
        var pointer = violation.path("pointer").asText();
        return pointer.startsWith("/") ? pointer : "";
    }
}
