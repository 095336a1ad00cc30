package dev.interlock.process.eco;

import dev.interlock.platform.json.TolerantJson;
import dev.interlock.platform.outbound.Call;
import dev.interlock.process.facts.QualityFacts;
import dev.interlock.process.run.Step;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An inspection plan before quality has said what it inspects at the revision before: that is
/// inspected at the new one too. Quality is asked when it is its turn, so that its absence holds up
/// nobody else.
record InspectionDraft(
        String plant, String itemId, @Nullable String fromRevision, List<Integer> operations) {
    InspectionDraft {
        operations = List.copyOf(operations);
    }

    static InspectionDraft of(Step step) {
        try {
            return TolerantJson.mapper().readValue(step.body(), InspectionDraft.class);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "step " + step.name() + " holds a draft that cannot be read", e);
        }
    }

    byte[] completed(QualityFacts quality) {
        var characteristics =
                Optional.ofNullable(fromRevision)
                        .flatMap(from -> quality.characteristics(plant, itemId, from))
                        .orElse(List.of());
        return Call.json(Map.of("operations", operations, "characteristics", characteristics));
    }
}
