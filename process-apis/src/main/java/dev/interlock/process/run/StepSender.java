package dev.interlock.process.run;

import dev.interlock.platform.access.ServiceToken;
import dev.interlock.platform.idempotency.Fingerprint;
import dev.interlock.platform.idempotency.IdempotencyKey;
import dev.interlock.platform.outbound.Answer;
import dev.interlock.platform.outbound.Answer.Answered;
import dev.interlock.platform.outbound.Answer.NotSent;
import dev.interlock.platform.outbound.Answer.Unknown;
import dev.interlock.platform.outbound.Call;
import dev.interlock.platform.outbound.Targets;
import dev.interlock.platform.outbound.TierTarget;
import dev.interlock.platform.problem.GatewayException.TargetFailed;
import dev.interlock.process.run.Outcome.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Sends the stored bytes of a step under its effect key, and says in the ledger's words what came
/// of it.
@ApplicationScoped
class StepSender {
    private static final String FENCE = "Interlock-Fence";
    private static final String ACTOR = "Interlock-Actor";
    private static final String SYSTEM_TIER = "system";

    private final Targets targets;
    private final ServiceToken token;

    StepSender(Targets targets, ServiceToken token) {
        this.targets = targets;
        this.token = token;
    }

    Outcome act(Run run, Step step) {
        var call = new Call(step.method(), step.path(), Map.of(), step.body());
        if (step.readsIfMatch()) {
            var current = currentTag(step);
            if (current instanceof Tag.Unreadable unreadable) {
                return unreadable.outcome();
            }
            if (current instanceof Tag.Stands stands) {
                call = call.with("If-Match", stands.etag());
            }
        } else if (step.ifMatch() != null) {
            call = call.with("If-Match", step.ifMatch());
        }
        return send(run, step.via(), call, step.effectKey(), step.readsIfMatch());
    }

    Outcome undo(Run run, Step step) {
        var path =
                String.valueOf(step.undoPath())
                        .replace("{reference}", String.valueOf(step.reference()));
        return send(run, step.via(), Call.post(path, Map.of()), step.undoKey(), false);
    }

    /// Tells the system tier that everything sent under an older fence comes too late.
    boolean announceFence(Run run) {
        var call = Call.put("/system/v1/fences/" + run.id(), Map.of("fence", run.fence()));
        return below(SYSTEM_TIER).send(call) instanceof Answered answered && answered.isSuccess();
    }

    private Outcome send(Run run, String via, Call call, String key, boolean readsIfMatch) {
        var complete =
                call.with(IdempotencyKey.HEADER, key)
                        .with(FENCE, run.id() + ";" + run.fence())
                        .with(ACTOR, run.actor());
        try {
            return switch (below(via).send(complete)) {
                case Answered answered -> answered(answered, readsIfMatch);
                case NotSent not -> Outcome.of(Kind.NO_EFFECT, not.reason(), not.retryAfter());
                case Unknown unknown -> Outcome.of(Kind.IN_DOUBT, unknown.reason(), null);
            };
        } catch (TargetFailed noToken) {
            return Outcome.of(Kind.NO_EFFECT, noToken.detail(), null);
        }
    }

    private static Outcome answered(Answered answer, boolean readsIfMatch) {
        var problem = answer.json();
        var code = problem.path("code").asText("");
        var kind =
                answer.isSuccess()
                        ? Kind.DONE
                        : kindOfFailure(
                                answer.status(),
                                code,
                                problem.path("effect").asText(),
                                readsIfMatch);
        return new Outcome(
                kind,
                answer.status(),
                kind == Kind.DONE ? null : problem.path("detail").asText("HTTP " + answer.status()),
                kind == Kind.DONE || !problem.isObject() ? null : problem.toString(),
                kind == Kind.DONE ? reference(answer) : null,
                Fingerprint.of("", "", answer.body()).value(),
                retryAfter(answer));
    }

    private static Kind kindOfFailure(
            int status, String code, String effect, boolean readsIfMatch) {
        return switch (status) {
            case 404 -> Kind.ABSENT;
            case 408, 429 -> Kind.NO_EFFECT;
            case 409 ->
                    switch (code) {
                        case "fenced" -> Kind.FENCED;
                        case "request-in-progress" -> Kind.IN_DOUBT;
                        default -> Kind.REFUSED;
                    };
            case 412 -> readsIfMatch ? Kind.STALE : Kind.REFUSED;
            case 422 -> Kind.REFUSED;
            default -> {
                if (status < 500) {
                    yield Kind.DEFECT;
                }
                if (code.equals("outcome-unknown")) {
                    yield Kind.OUTCOME_UNKNOWN;
                }
                yield effect.equals("NONE") ? Kind.NO_EFFECT : Kind.IN_DOUBT;
            }
        };
    }

    /// What the target called the thing: the last part of `Location`.
    private static @Nullable String reference(Answered answer) {
        return answer.header("Location").map(l -> l.substring(l.lastIndexOf('/') + 1)).orElse(null);
    }

    private static @Nullable Duration retryAfter(Answered answer) {
        return answer.header("Retry-After")
                .filter(text -> text.matches("[0-9]{1,4}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(null);
    }

    private Tag currentTag(Step step) {
        Answer answer;
        try {
            answer = below(step.via()).send(Call.get(step.path()));
        } catch (TargetFailed noToken) {
            return new Tag.Unreadable(Outcome.of(Kind.NO_EFFECT, noToken.detail(), null));
        }
        return switch (answer) {
            case Answered a when a.status() == 404 -> new Tag.Absent();
            case Answered a when a.isSuccess() ->
                    a.header("ETag").<Tag>map(Tag.Stands::new).orElseGet(Tag.Absent::new);
            case Answered a ->
                    new Tag.Unreadable(
                            Outcome.of(
                                    Kind.NO_EFFECT,
                                    "reading what stands answered " + a.status(),
                                    retryAfter(a)));
            case NotSent n ->
                    new Tag.Unreadable(Outcome.of(Kind.NO_EFFECT, n.reason(), n.retryAfter()));
            case Unknown u -> new Tag.Unreadable(Outcome.of(Kind.NO_EFFECT, u.reason(), null));
        };
    }

    private TierTarget below(String via) {
        return new TierTarget(targets.named(via), token);
    }

    /// What stands at a step's path before it is put there.
    private sealed interface Tag {
        record Stands(String etag) implements Tag {}

        record Absent() implements Tag {}

        record Unreadable(Outcome outcome) implements Tag {}
    }
}
