package dev.interlock.process.run;

import dev.interlock.platform.idempotency.IdempotencyKey;
import dev.interlock.platform.problem.GatewayException.Refused;
import dev.interlock.platform.problem.GatewayException.TryLater;
import dev.interlock.platform.problem.Problem;
import dev.interlock.platform.problem.ProblemType;
import dev.interlock.process.run.AuditEntry.Action;
import dev.interlock.process.run.Registered.InProgress;
import dev.interlock.process.run.Registered.KeyReused;
import dev.interlock.process.run.Registered.New;
import dev.interlock.process.run.Registered.Repeated;
import dev.interlock.process.run.Registered.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What a process's resource needs of the ledger: start a run and wait for it, or look one up.
@ApplicationScoped
public class Runs {
    private final Ledger ledger;
    private final Workers workers;
    private final Waiters waiters;
    private final InstantSource clock;

    Runs(Ledger ledger, Workers workers, Waiters waiters, InstantSource clock) {
        this.ledger = ledger;
        this.workers = workers;
        this.waiters = waiters;
        this.clock = clock;
    }

    public Optional<RunView> find(String process, String id) {
        return ledger.find(id).filter(view -> view.run().process().equals(process));
    }

    /// When the last run of a process about a subject was registered.
    public Optional<Instant> lastBegun(String process, String subject) {
        return ledger.read(handle -> new RunTable(handle).lastBegun(process, subject));
    }

    /// The run that went before another on a key; without another, the last of all.
    public Optional<Predecessor> before(String key, Optional<String> runId) {
        return ledger.read(handle -> new KeyTable(handle).before(key, runId.orElse(null)));
    }

    /// The answer to a request that was sent before under the same key.
    public Optional<Response> repeated(Registration.Asked asked) {
        return ledger.read(handle -> new IdempotencyTable(handle).find(asked))
                .map(known -> {
                    if (!known.fingerprint().equals(asked.fingerprint().value())) {
                        throw keyReused();
                    }
                    return repeat(ledger.view(known.runId()).run());
                });
    }

    /// Starts a run and answers when it has come to rest, or 202 when the caller's patience ends
    /// first. One that already does what is asked is answered with 200, whatever the key.
    public Response start(Registration asked, Beginning beginning) throws InterruptedException {
        return switch (ledger.register(asked, beginning)) {
            case New started -> {
                var bell = waiters.bell(started.run().id());
                workers.submit(started.run());
                yield waitFor(started.run(), asked.patience(), bell);
            }
            case Repeated repeated -> repeat(repeated.run());
            case Standing standingRun -> stands(standingRun.runId());
            case KeyReused _ -> throw keyReused();
            case InProgress busy -> throw TryLater.requestInProgress(busy.retryAfter());
        };
    }

    /// Keeps a decision that a person made when asking for the run, in the transaction that
    /// registers it.
    public static void overridden(
            Handle handle, Run run, Registration.Asked asked, String about, String reason) {
        new AuditTable(handle).insert(run.id(), asked, Action.OVERRIDE, about, null, reason);
    }

    static Refused keyReused() {
        return new Refused(
                ProblemType.IDEMPOTENCY_KEY_REUSED,
                "This Idempotency-Key was used for another request.",
                List.of());
    }

    /// The bell was taken before anybody worked on the run.
    private Response waitFor(Run run, Duration patience, CompletableFuture<Told> first)
            throws InterruptedException {
        var deadline = clock.instant().plus(patience);
        var bell = first;
        while (true) {
            var left = Duration.between(clock.instant(), deadline);
            var told = left.isPositive() ? waiters.await(bell, left) : Optional.<Told>empty();
            if (told.isPresent() && told.get().status() != null) {
                return stored(run, told.get().status(), told.get().body()).build();
            }
            if (left.isPositive() && told.isEmpty() && workers.isWorkingOn(run.id())) {
                continue;
            }
            bell = waiters.bell(run.id());
            var now = ledger.run(run.id());
            if (now.isAnswered()) {
                waiters.forget(run.id(), bell);
                return stored(now).build();
            }
            var view = ledger.view(run.id());
            var conclusion = workers.process(run).conclude(view);
            if (!(conclusion instanceof Conclusion.GoesOn) || !clock.instant().isBefore(deadline)) {
                waiters.forget(run.id(), bell);
                return answer(view, conclusion);
            }
        }
    }

    private Response answer(RunView view, Conclusion conclusion) {
        return switch (conclusion) {
            case Conclusion.Answered _ when view.run().isAnswered() -> stored(view.run()).build();
            case Conclusion.Answered answered -> response(view.run(), answered);
            case Conclusion.KeyFreed freed -> response(view.run(), freed);
            case Conclusion.GoesOn on -> {
                ledger.inTransaction(handle -> {
                    new RunTable(handle).stopServing(view.run().id());
                    return true;
                });
                yield response(view.run(), on);
            }
        };
    }

    private Response repeat(Run run) {
        if (run.isAnswered()) {
            return stored(run).header(IdempotencyKey.REPLAYED, true).build();
        }
        var left = Duration.between(clock.instant(), run.servedUntil());
        if (left.isPositive()) {
            throw TryLater.requestInProgress(Duration.ofSeconds(1));
        }
        var view = ledger.view(run.id());
        return response(run, new Conclusion.GoesOn(workers.process(run).conclude(view).body()));
    }

    private Response stands(String id) {
        var view = ledger.view(id);
        var body = workers.process(view.run()).conclude(view).body();
        return Response.ok(body, MediaType.APPLICATION_JSON)
                .header(HttpHeaders.LOCATION, location(view.run()))
                .build();
    }

    private Response.ResponseBuilder stored(Run run) {
        return stored(run, Optional.ofNullable(run.answerStatus()).orElse(500), run.answerBody());
    }

    private Response.ResponseBuilder stored(Run run, int status, byte @Nullable [] body) {
        return builder(run, status).entity(body);
    }

    private Response response(Run run, Conclusion conclusion) {
        return builder(run, conclusion.status()).entity(Ledger.bytes(conclusion.body())).build();
    }

    private Response.ResponseBuilder builder(Run run, int status) {
        var answer =
                Response.status(status)
                        .type(status >= 400 ? Problem.MEDIA_TYPE : MediaType.APPLICATION_JSON);
        if (status < 400) {
            answer.header(HttpHeaders.LOCATION, location(run));
        }
        return status == 503 ? answer.header(HttpHeaders.RETRY_AFTER, 5) : answer;
    }

    private String location(Run run) {
        return workers.process(run).collection() + "/" + run.id();
    }
}
