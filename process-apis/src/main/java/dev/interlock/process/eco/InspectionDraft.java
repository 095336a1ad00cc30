package dev.interlock.process.eco;

import dev.interlock.platform.json.TolerantJson;
import dev.interlock.platform.outbound.Call;
import dev.interlock.process.check.Fact;
import dev.interlock.process.facts.Quality.InspectionPlan;
import dev.interlock.process.facts.QualityFacts;
import dev.interlock.process.run.Step;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An inspection plan before quality has said what it inspects: what stands at the new revision
/// stays, as far as the routing has it, with the operations that it lacks; where nothing does, what
/// is inspected at the revision before is inspected at the new one too. Quality is asked when it is
/// its turn, so that its absence holds up nobody else.
record InspectionDraft(
        String plant,
        String itemId,
        @Nullable String fromRevision,
        @Nullable String toRevision,
        List<Integer> operations,
        @Nullable List<Integer> routed) {
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

    /// Both revisions are asked for side by side.
    byte[] completed(QualityFacts quality) {
        var plans =
                new Fact<String, Optional<InspectionPlan>>(
                        revision -> quality.inspectionPlan(plant, itemId, revision));
        var before = Optional.ofNullable(fromRevision);
        before.ifPresent(plans::ask);
        var plan =
                Optional.ofNullable(toRevision)
                        .flatMap(plans::of)
                        .map(this::completed)
                        .orElseGet(() ->
                                new InspectionPlan(
                                        operations,
                                        before.flatMap(plans::of)
                                                .map(InspectionPlan::characteristics)
                                                .orElse(List.of())));
        return Call.json(plan);
    }

    /// A draft from before drafts named the routing knows nothing against an operation.
    private boolean isRouted(Integer operation) {
        return routed == null || routed.contains(operation);
    }

    private InspectionPlan completed(InspectionPlan stands) {
        return new InspectionPlan(
                Stream.concat(
                                stands.operations().stream().filter(this::isRouted),
                                operations.stream())
                        .distinct()
                        .sorted()
                        .toList(),
                stands.characteristics());
    }
}
