package dev.interlock.process.run;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Sends the stored bytes of a step under its effect key, and says in the ledger's words what came
/// of it.
@ApplicationScoped
class StepSender {
    private static final String FENCE = "Interlock-Fence";
    private static final String ACTOR = "Interlock-Actor";
    private static final String SYSTEM_TIER = "system";
    private static final int NAMED = 5;

    private final Targets targets;
    private final ServiceToken token;

    StepSender(Targets targets, ServiceToken token) {
        this.targets = targets;
        this.token = token;
    }

    /// What a run writes is mostly new, so the first attempt demands that nothing stands yet; the
    /// target says 428 where that is wrong. What stands is read only for an attempt before which
    /// nothing can have happened: one in doubt is sent again as it was.
    Demand demand(Step step) {
        if (!step.readsIfMatch()) {
            return new Demand(step.ifMatch(), null);
        }
        if (step.attempts() == 0) {
            return new Demand("", null);
        }
        return step.isInDoubt() && step.sentIfMatch() != null
                ? new Demand(step.sentIfMatch(), null)
                : currentTag(step);
    }

    Outcome act(Run run, Step step, Demand demand) {
        var call = new Call(step.method(), step.path(), Map.of(), step.body());
        var complete =
                demand.ifMatch() == null || demand.ifMatch().isEmpty()
                        ? call
                        : call.with("If-Match", demand.ifMatch());
        return send(run, step.via(), complete, step.effectKey(), step.readsIfMatch());
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
        return below(SYSTEM_TIER).send(call) instanceof Answered answered
                && answered.isSuccess()
                && isTheTiers(answered);
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
        if (!isTheTiers(answer)) {
            return Outcome.of(
                    Kind.IN_DOUBT,
                    "An answer with status %d that does not come from the tier."
                            .formatted(answer.status()),
                    retryAfter(answer));
        }
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
                kind == Kind.DONE ? null : detail(answer.status(), problem),
                code,
                kind == Kind.DONE || !problem.isObject() ? null : problem.toString(),
                kind == Kind.DONE ? reference(answer) : null,
                Fingerprint.of("", "", answer.body()).value(),
                retryAfter(answer));
    }

    /// With where it is wrong: "must not be blank" alone helps nobody.
    private static String detail(int status, JsonNode problem) {
        var detail = problem.path("detail").asText("HTTP " + status);
        var pointers =
                StreamSupport.stream(problem.path("violations").spliterator(), false)
                        .map(violation -> violation.path("pointer").asText())
                        .filter(pointer -> !pointer.isEmpty())
                        .limit(NAMED)
                        .collect(Collectors.joining(", "));
        return pointers.isEmpty() ? detail : "%s (%s)".formatted(detail, pointers);
    }

    /// Whoever stands in between may answer with a page of its own, whatever status it has: only
    /// what says in the tier's words that something was done or refused proves it.
    private static boolean isTheTiers(Answered answer) {
        return switch (answer.status()) {
            case 204 -> true;
            case 404, 409, 412, 422 -> answer.json().path("code").isTextual();
            default -> !answer.isSuccess() || answer.json().isObject();
        };
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
            case 428 -> readsIfMatch ? Kind.STALE : Kind.DEFECT;
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

    /// Empty where nothing stands.
    private Demand currentTag(Step step) {
        Answer answer;
        try {
            answer = below(step.via()).send(Call.get(step.path()));
        } catch (TargetFailed noToken) {
            return unreadable(noToken.detail(), null);
        }
        return switch (answer) {
            case Answered a when !isTheTiers(a) ->
                    unreadable("Reading what stands was answered by somebody else.", retryAfter(a));
            case Answered a when a.status() == 404 -> new Demand("", null);
            case Answered a when a.isSuccess() -> new Demand(a.header("ETag").orElse(""), null);
            case Answered a ->
                    unreadable(
                            "Reading what stands: " + detail(a.status(), a.json()), retryAfter(a));
            case NotSent n -> unreadable(n.reason(), n.retryAfter());
            case Unknown u -> unreadable(u.reason(), null);
        };
    }

    private static Demand unreadable(String why, @Nullable Duration retryAfter) {
        return new Demand(null, Outcome.of(Kind.NO_EFFECT, why, retryAfter));
    }

    private TierTarget below(String via) {
        return new TierTarget(targets.named(via), token);
    }
}
