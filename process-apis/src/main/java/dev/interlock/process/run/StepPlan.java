package dev.interlock.process.run;

import dev.interlock.platform.outbound.Call;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One effect that a process declares: for whom, the exact request, what must have succeeded
/// before, and how it is undone.
public record StepPlan(
        String name,
        String target,
        String via,
        String method,
        String path,
        byte[] body,
        @Nullable String ifMatch,
        List<String> after,
        boolean pivot,
        @Nullable String undoPath,
        boolean draft) {
    /// Done in this tier's own transaction by the process itself.
    public static final String LOCAL = "local";

    /// New, or written over what stands: the current ETag is read before each attempt but the
    /// first.
    public static final String READ = "READ";

    public StepPlan {
        after = List.copyOf(after);
    }

    public static StepPlan put(String name, String target, String via, String path, Object body) {
        return new StepPlan(
                name,
                target,
                via,
                "PUT",
                path,
                Call.json(body),
                READ,
                List.of(),
                false,
                null,
                false);
    }

    public static StepPlan post(String name, String target, String via, String path, Object body) {
        return new StepPlan(
                name,
                target,
                via,
                "POST",
                path,
                Call.json(body),
                null,
                List.of(),
                false,
                null,
                false);
    }

    public static StepPlan local(String name, String target, Object body) {
        return new StepPlan(
                name,
                target,
                LOCAL,
                "LOCAL",
                name,
                Call.json(body),
                null,
                List.of(),
                false,
                null,
                false);
    }

    public StepPlan after(List<String> names) {
        return new StepPlan(
                name, target, via, method, path, body, ifMatch, names, pivot, undoPath, draft);
    }

    /// Nothing is undone once this step has succeeded.
    public StepPlan asPivot() {
        return new StepPlan(
                name, target, via, method, path, body, ifMatch, after, true, undoPath, draft);
    }

    /// `{reference}` in the path stands for what the target called the thing it made.
    public StepPlan undoneBy(String path) {
        return new StepPlan(
                name, target, via, method, this.path, body, ifMatch, after, pivot, path, draft);
    }

    public StepPlan ifMatch(String etag) {
        return new StepPlan(
                name, target, via, method, path, body, etag, after, pivot, undoPath, draft);
    }

    /// The exact body is known only when another system has been asked: the process completes it
    /// just before it is first sent.
    public StepPlan drafted() {
        return new StepPlan(
                name, target, via, method, path, body, ifMatch, after, pivot, undoPath, true);
    }

    /// As new steps of a run: positions go on from those that stand, and `after` names become
    /// positions.
    static List<Step> in(String runId, int from, List<StepPlan> plans, boolean prelude) {
        var positions = new HashMap<String, Integer>();
        for (var i = 0; i < plans.size(); i++) {
            positions.put(plans.get(i).name(), from + i);
        }
        return plans.stream().map(plan -> plan.in(runId, positions, prelude)).toList();
    }

    /// As a new step of a run; `positions` are where each step of the plan stands.
    private Step in(String runId, Map<String, Integer> positions, boolean prelude) {
        var position = Objects.requireNonNull(positions.get(name));
        return new Step(
                runId,
                position,
                name,
                target,
                via,
                method,
                path,
                body,
                ifMatch,
                after.stream().map(positions::get).toList(),
                pivot,
                undoPath,
                StepState.PENDING,
                0,
                runId + ".s" + position,
                null,
                null,
                null,
                null,
                null,
                draft,
                prelude,
                null,
                null);
    }
}
