package dev.interlock.process.run;

import dev.interlock.platform.idempotency.IdempotencyKey;
import dev.interlock.platform.problem.GatewayException.NotFound;
import dev.interlock.platform.problem.GatewayException.TryLater;
import dev.interlock.platform.problem.GatewayException.WrongState;
import dev.interlock.process.run.AuditEntry.Action;
import dev.interlock.process.run.Registration.Asked;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What a person does to a run. Each is one transaction that holds the run, takes it from whoever
/// works on it, acts, writes the audit entry and keeps the answer: of ten who click at once one
/// wins, and the others are told how it stands.
@ApplicationScoped
public class Interventions {
    private final Ledger ledger;
    private final Workers workers;
    private final Settlement settlement;

    Interventions(Ledger ledger, Workers workers, Settlement settlement) {
        this.ledger = ledger;
        this.workers = workers;
        this.settlement = settlement;
    }

    /// The failed or parked step of an exception is due again now.
    public Response retry(Asked asked, long exceptionId, String reason) {
        return onException(
                asked,
                exceptionId,
                Action.RETRY,
                reason,
                (hold, step) -> step.ifPresentOrElse(hold::retry, hold::again));
    }

    /// The run goes on without the step. Refused for a step that others rest on.
    public Response skip(Asked asked, long exceptionId, String reason) {
        return onException(
                asked,
                exceptionId,
                Action.SKIP,
                reason,
                (hold, step) -> step.ifPresentOrElse(hold::skip, hold::refuseToSkip));
    }

    /// The run ends for good and frees its keys; before the pivot of an all-or-nothing run it takes
    /// itself back first.
    public Response reject(Asked asked, long exceptionId, String reason) {
        return onException(asked, exceptionId, Action.REJECT, reason, (hold, _) -> hold.reject());
    }

    /// Everything that failed, is parked or pauses is due again now.
    public Response resume(
            Asked asked,
            String process,
            String runId,
            @Nullable String reason,
            Function<RunView, Object> answer) {
        return onRun(asked, process, runId, Action.RESUME, "run", reason, Hold::resume, answer);
    }

    /// Only while no target can have been touched.
    public Response cancel(
            Asked asked,
            String process,
            String runId,
            @Nullable String reason,
            Function<RunView, Object> answer) {
        return onRun(asked, process, runId, Action.CANCEL, "run", reason, Hold::cancel, answer);
    }

    /// The run goes on without whatever is not done for a target: `MES`, or `MES:2000`.
    public Response skipTarget(
            Asked asked,
            String process,
            String runId,
            String target,
            String reason,
            Function<RunView, Object> answer) {
        return onRun(
                asked,
                process,
                runId,
                Action.SKIP,
                target,
                reason,
                hold -> hold.skipTarget(target),
                answer);
    }

    private interface OnStep {
        void act(Hold hold, Optional<Step> step);
    }

    private interface OnRun {
        void act(Hold hold);
    }

    /// The run that was acted upon, and the answer that is kept.
    private record Done(@Nullable Run run, byte[] body) {}

    private Response onException(
            Asked asked, long exceptionId, Action action, String reason, OnStep work) {
        return once(
                asked,
                handle -> {
                    var exceptions = new ExceptionTable(handle);
                    var unknown = new NotFound("exception", Long.toString(exceptionId));
                    var first = exceptions.find(exceptionId).orElseThrow(() -> unknown);
                    var hold = hold(handle, first.runId(), asked, reason).orElseThrow();
                    var item = exceptions.find(exceptionId).orElseThrow();
                    if (item.status() != ExceptionItem.Status.OPEN) {
                        throw new WrongState(
                                "exception",
                                Long.toString(exceptionId),
                                item.status().name(),
                                List.of(ExceptionItem.Status.OPEN.name()));
                    }
                    work.act(hold, hold.step(item.step()));
                    new AuditTable(handle)
                            .insert(item.runId(), asked, action, item.step(), exceptionId, reason);
                    var after = exceptions.find(exceptionId).orElseThrow();
                    return new Done(hold.run(), Ledger.bytes(after));
                });
    }

    private Response onRun(
            Asked asked,
            String process,
            String runId,
            Action action,
            String about,
            @Nullable String reason,
            OnRun work,
            Function<RunView, Object> answer) {
        return once(
                asked,
                handle -> {
                    var hold =
                            hold(handle, runId, asked, reason)
                                    .filter(held -> held.run().process().equals(process))
                                    .orElseThrow(() ->
                                            new NotFound(workers.process(process).what(), runId));
                    work.act(hold);
                    new AuditTable(handle).insert(runId, asked, action, about, null, reason);
                    var view = Ledger.view(handle, runId).orElseThrow();
                    return new Done(hold.run(), Ledger.bytes(answer.apply(view)));
                });
    }

    private Optional<Hold> hold(Handle handle, String runId, Asked asked, @Nullable String reason) {
        return new RunTable(handle)
                .lock(runId)
                .map(run -> new Hold(handle, workers.process(run), run, asked.actor(), reason));
    }

    private Response once(Asked asked, Function<Handle, Done> work) {
        var done =
                ledger.inTransaction(handle -> {
                    if (!new IdempotencyTable(handle).tryLock(asked)) {
                        throw TryLater.requestInProgress(Duration.ofSeconds(1));
                    }
                    var answers = new InterventionTable(handle);
                    var first = answers.find(asked);
                    if (first.isPresent()) {
                        return repeated(asked, first.get());
                    }
                    var now = work.apply(handle);
                    answers.insert(asked, Objects.requireNonNull(now.run()).id(), now.body());
                    return now;
                });
        var answer = Response.ok(done.body(), MediaType.APPLICATION_JSON);
        if (done.run() == null) {
            return answer.header(IdempotencyKey.REPLAYED, true).build();
        }
        settlement.tell(done.run(), done.run().state(), Told.TO_LOOK);
        workers.nudge();
        workers.announce(done.run());
        return answer.build();
    }

    private static Done repeated(Asked asked, InterventionTable.Answer first) {
        if (!first.fingerprint().equals(asked.fingerprint().value())) {
            throw Runs.keyReused();
        }
        return new Done(null, first.body());
    }
}
