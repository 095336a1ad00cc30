package dev.interlock.system.vendor;

import com.fasterxml.jackson.core.JacksonException;
import dev.interlock.platform.idempotency.IdempotencyKey;
import dev.interlock.platform.json.TolerantJson;
import dev.interlock.platform.outbound.Answer;
import dev.interlock.platform.outbound.Answer.Answered;
import dev.interlock.platform.outbound.Answer.NotSent;
import dev.interlock.platform.outbound.Answer.Unknown;
import dev.interlock.platform.outbound.Call;
import dev.interlock.platform.outbound.Target;
import dev.interlock.platform.problem.Effect;
import dev.interlock.platform.problem.GatewayException.TargetFailed;
import java.io.IOException;
import java.util.Optional;
import org.jboss.logging.Logger;

/// One back end: reads are asked twice at most, effects are sent once, and whatever is not a plain
/// answer becomes a `TargetFailed` that says whether there may have been an effect.
public final class BackEnd {
    private static final Logger LOG = Logger.getLogger(BackEnd.class);
    private static final int LOGGED = 500;

    private final Target target;

    BackEnd(Target target) {
        this.target = target;
    }

    public String system() {
        return target.system();
    }

    /// Empty when the back end does not know it.
    public <T> Optional<T> read(String path, Class<T> type) {
        var call = Call.get(path);
        var first = target.send(call);
        var answer =
                first instanceof Answered answered && answered.status() < 500
                        ? first
                        : target.send(call);
        var answered = answered(answer, Effect.NONE);
        if (answered.status() == 404) {
            return Optional.empty();
        }
        if (!answered.isSuccess()) {
            log(call, answered);
            throw misbehaved("answered " + answered.status() + " to a read", Effect.NONE);
        }
        return Optional.of(parsed(answered, type, Effect.NONE));
    }

    /// Sends an effect under its key.
    public <T> Reply<T> effect(Call call, String effectKey, Class<T> type) {
        var answered =
                answered(target.send(call.with(IdempotencyKey.HEADER, effectKey)), Effect.UNKNOWN);
        if (answered.isSuccess()) {
            return answered.body().length == 0
                    ? new Reply.Silent<>()
                    : new Reply.Accepted<>(
                            answered.status(), parsed(answered, type, Effect.UNKNOWN));
        }
        log(call, answered);
        return new Reply.Declined<>(answered.status(), answered.json());
    }

    /// An answer that contradicts the question, or itself.
    public TargetFailed misbehaved(String why, Effect effect) {
        return TargetFailed.misbehaved(system(), effect, new IOException(system() + " " + why));
    }

    private Answered answered(Answer answer, Effect whenUnknown) {
        return switch (answer) {
            case Answered a when a.status() == 503 || a.status() == 429 || a.status() == 408 ->
                    throw TargetFailed.unavailable(
                            system(), whenUnknown, new IOException("answered " + a.status()));
            case Answered a when a.status() == 504 ->
                    throw TargetFailed.tooLate(
                            system(), whenUnknown, new IOException("answered 504"));
            case Answered a when a.status() >= 500 ->
                    throw misbehaved("answered " + a.status(), whenUnknown);
            case Answered a -> a;
            case NotSent n ->
                    throw TargetFailed.unavailable(
                            system(), Effect.NONE, new IOException(n.reason()));
            case Unknown u when u.late() ->
                    throw TargetFailed.tooLate(system(), whenUnknown, new IOException(u.reason()));
            case Unknown u ->
                    throw TargetFailed.misbehaved(
                            system(), whenUnknown, new IOException(u.reason()));
        };
    }

    private <T> T parsed(Answered answered, Class<T> type, Effect effect) {
        try {
            T body = TolerantJson.mapper().readValue(answered.body(), type);
            if (body == null) {
                throw misbehaved("answered null", effect);
            }
            return body;
        } catch (JacksonException e) {
            throw TargetFailed.misbehaved(system(), effect, e);
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot fail to be read", e);
        }
    }

    private void log(Call call, Answered declined) {
        var text = declined.json().toString();
        LOG.infof(
                "%s declined %s %s with %d: %s",
                system(),
                call.method(),
                call.path(),
                declined.status(),
                text.substring(0, Math.min(LOGGED, text.length())));
    }
}
