package dev.interlock.platform.outbound;

import dev.interlock.platform.correlation.Correlation;
import dev.interlock.platform.correlation.CurrentCorrelation;
import dev.interlock.platform.outbound.Answer.Answered;
import dev.interlock.platform.outbound.Answer.NotSent;
import dev.interlock.platform.outbound.Answer.Unknown;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.TypedGuard;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// One remote system of one plant: bounded in time, size and number of calls, with a circuit
/// breaker of its own, so that a down Brno does not block Ulm.
public class Target {
    /// An answer larger than this is not an answer.
    private static final long MAX_ANSWER = 8L << 20;

    private static final Logger LOG = Logger.getLogger(Target.class);

    private final TargetConfig.One config;

    /// Of this target alone: its one thread hands the answers out itself, so that no other has to
    /// be woken for each of them. Nothing that it is given waits for another system.
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(Duration.ofSeconds(2))
                    .executor(Runnable::run)
                    .build();

    private final TypedGuard<Answer> guard;

    /// Whoever finds none free waits for one: that many ask at the same time is no failure of the
    /// target, and says nothing to its breaker.
    private final Semaphore places;

    private final RetryBudget repeatedReads;
    private final Circuit circuit;

    Target(String name, TargetConfig.One config, InstantSource clock) {
        this.config = config;
        this.circuit = new Circuit(clock);
        this.places = new Semaphore(config.bulkhead(), true);
        this.repeatedReads = new RetryBudget(clock);
        this.guard =
                TypedGuard.create(Answer.class)
                        .withDescription(name)
                        .withCircuitBreaker()
                        .requestVolumeThreshold(10)
                        .failureRatio(0.5)
                        .delay(Circuit.PROBE.toMillis(), ChronoUnit.MILLIS)
                        .successThreshold(1)
                        .onStateChange(state -> {
                            circuit.turned(state);
                            LOG.infof("The circuit to %s is %s", name, state);
                        })
                        .done()
                        .build();
    }

    public String system() {
        return config.system();
    }

    public @Nullable String plant() {
        return config.plant().orElse(null);
    }

    public Duration quietTime() {
        return config.quietTime();
    }

    public Duration timeout() {
        return config.timeout();
    }

    /// Calls at the same time; one more is not sent.
    public int bulkhead() {
        return config.bulkhead();
    }

    public CircuitBreakerState breaker() {
        return circuit.state();
    }

    int circuitLevel() {
        return circuit.level();
    }

    /// False while the circuit is open: of all who would repeat a call, one a second may find out
    /// whether the target is back.
    public boolean takesRepetition() {
        return circuit.takesRepetition();
    }

    /// Sends once; never throws for what the other side does. A 4xx is an answer, not a failure of
    /// the target.
    public Answer send(Call call) {
        try {
            if (!places.tryAcquire(config.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
                return new NotSent("bulkhead full", Circuit.PROBE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new NotSent("interrupted", Circuit.PROBE);
        }
        try {
            return guarded(call);
        } finally {
            places.release();
        }
    }

    /// Sends, and where that fails sends once more, as often as the target can bear it: what only
    /// reads may be repeated without asking what became of it.
    Answer read(Call call) {
        repeatedReads.first();
        var first = send(call);
        if (!hasFailed(first) || !repeatedReads.repeat()) {
            return first;
        }
        var second = send(call);
        repeatedReads.repeated(!hasFailed(second));
        return second;
    }

    private static boolean hasFailed(Answer answer) {
        return switch (answer) {
            case Answered answered -> answered.status() >= 500;
            case NotSent _, Unknown _ -> true;
        };
    }

    private Answer guarded(Call call) {
        try {
            return guard.call(() -> failing(exchange(call)));
        } catch (Failing failing) {
            return failing.answer;
        } catch (CircuitBreakerOpenException e) {
            return new NotSent("circuit open", Circuit.PROBE);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a call fails as an answer or as a bug", e);
        }
    }

    /// A tier that names a system behind it has done its own part: the other systems behind it can
    /// still be reached through it.
    private boolean isAboutAnother(Answered answer) {
        return !answer.json().path("system").asText(config.system()).equals(config.system());
    }

    private Answer failing(Answer answer) throws Failing {
        var failed =
                switch (answer) {
                    case Answered answered -> answered.status() >= 500 && !isAboutAnother(answered);
                    case NotSent _, Unknown _ -> true;
                };
        if (failed) {
            throw new Failing(answer);
        }
        return answer;
    }

    /// The answer is told where it has been read: what the client itself completes, it completes in
    /// yet another thread.
    private Answer exchange(Call call) {
        var answer = new CompletableFuture<Answer>();
        var begun = new AtomicBoolean();
        var sent =
                http.sendAsync(
                        request(call),
                        head -> {
                            begun.set(true);
                            return BodySubscribers.mapping(
                                    BodySubscribers.limiting(
                                            BodySubscribers.ofByteArray(), MAX_ANSWER),
                                    body -> answer.complete(answered(head, body)));
                        });
        var _ =
                sent.whenComplete((_, failure) -> {
                    if (failure != null) {
                        answer.completeExceptionally(failure);
                    }
                });
        try {
            return answer.get(config.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            sent.cancel(true);
            return new Unknown("no answer within " + config.timeout().toMillis() + " ms", true);
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            return new Unknown("interrupted", true);
        } catch (ExecutionException e) {
            return notAnswered(e.getCause(), begun.get());
        }
    }

    private static Answer answered(ResponseInfo head, byte[] body) {
        var status = head.statusCode();
        return status >= 200 && status < 600 && (status < 300 || status >= 400)
                ? new Answered(status, head.headers(), body)
                : new Unknown("an answer with status " + status, false);
    }

    /// The client's own words are nothing that a person could act on.
    private static Answer notAnswered(@Nullable Throwable cause, boolean begun) {
        return switch (cause) {
            case HttpConnectTimeoutException _ ->
                    new NotSent("connection not accepted in time", Circuit.PROBE);
            case ConnectException _ -> new NotSent("connection refused", Circuit.PROBE);
            case IOException io -> {
                LOG.debugf(io, "No whole answer");
                yield new Unknown(
                        begun
                                ? "an answer that broke off or is too large"
                                : "closed the connection without an answer",
                        false);
            }
            case null, default -> throw new IllegalStateException("the HTTP client failed", cause);
        };
    }

    private HttpRequest request(Call call) {
        var correlation = CurrentCorrelation.get();
        var request =
                HttpRequest.newBuilder(URI.create(address() + call.path()))
                        .method(call.method(), body(call))
                        .header("Accept", "application/json")
                        .header(Correlation.HEADER, correlation.id())
                        .header(Correlation.TRACEPARENT, correlation.traceparent());
        if (call.body() != null) {
            request.header("Content-Type", "application/json");
        }
        call.headers().forEach(request::header);
        return request.build();
    }

    private static HttpRequest.BodyPublisher body(Call call) {
        if (call.file() != null) {
            try {
                return BodyPublishers.ofFile(call.file());
            } catch (FileNotFoundException e) {
                throw new IllegalStateException("a file is kept until its call is answered", e);
            }
        }
        return call.body() == null
                ? BodyPublishers.noBody()
                : BodyPublishers.ofByteArray(call.body());
    }

    private String address() {
        var url = config.url().toString();
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /// Carries a failed answer through the breaker, which counts exceptions.
    private static final class Failing extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Answer answer;

        Failing(Answer answer) {
            super(null, null, false, false);
            this.answer = answer;
        }
    }
}
