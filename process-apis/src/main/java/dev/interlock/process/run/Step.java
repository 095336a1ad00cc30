package dev.interlock.process.run;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One effect of a run as the ledger holds it. `remark` says why a person skipped it, `sentIfMatch`
/// what the last attempt demanded.
public record Step(
        String runId,
        int position,
        String name,
        String target,
        String via,
        String method,
        String path,
        byte[] body,
        @Nullable String ifMatch,
        List<Integer> after,
        boolean pivot,
        @Nullable String undoPath,
        StepState state,
        int attempts,
        String effectKey,
        @Nullable String reference,
        @Nullable String problem,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        boolean draft,
        boolean prelude,
        @Nullable String remark,
        @Nullable String sentIfMatch) {
    public Step {
        after = List.copyOf(after);
    }

    public boolean isLocal() {
        return via.equals(StepPlan.LOCAL);
    }

    /// With the exact bytes, which from now on are sent again and again.
    Step completed(byte[] exact) {
        return as(state, exact, false);
    }

    Step succeeded() {
        return in(StepState.SUCCEEDED);
    }

    Step in(StepState now) {
        return now == state ? this : as(now, body, draft);
    }

    private Step as(StepState now, byte[] exact, boolean isDraft) {
        return new Step(
                runId,
                position,
                name,
                target,
                via,
                method,
                path,
                exact,
                ifMatch,
                after,
                pivot,
                undoPath,
                now,
                attempts,
                effectKey,
                reference,
                problem,
                nextAttemptAt,
                startedAt,
                endedAt,
                isDraft,
                prelude,
                remark,
                sentIfMatch);
    }

    /// An attempt may have had an effect that nobody knows of. A draft was sent to nobody.
    boolean isInDoubt() {
        return !draft && (state == StepState.IN_DOUBT || state == StepState.RUNNING);
    }

    /// What this step undoes itself by names what the target called it.
    boolean isUndoneByReference() {
        return undoPath != null && undoPath.contains("{reference}");
    }

    /// Only a person can say whether it stands: nothing takes it back, or by a name alone that
    /// nobody was told.
    boolean isLeftToAPerson() {
        return state == StepState.PARKED && (undoPath == null || isUndoneByReference());
    }

    /// Everything that it waits for is done.
    boolean canStart(List<Step> all) {
        return after.stream()
                .allMatch(needed ->
                        all.stream().anyMatch(s -> s.position() == needed && s.state().isDone()));
    }

    /// The pivot of a run has succeeded: from here on nothing is undone.
    static boolean isPastPivot(List<Step> all) {
        return all.stream().anyMatch(step -> step.pivot() && step.state().isDone());
    }

    /// Nobody has worked on it yet.
    boolean isNew() {
        return state == StepState.PENDING && attempts == 0;
    }

    boolean readsIfMatch() {
        return StepPlan.READ.equals(ifMatch);
    }

    String undoKey() {
        return effectKey + "-undo";
    }
}
