package dev.interlock.platform.outbound;

import com.fasterxml.jackson.core.JacksonException;
import dev.interlock.platform.access.ServiceToken;
import dev.interlock.platform.json.TolerantJson;
import dev.interlock.platform.outbound.Answer.Answered;
import dev.interlock.platform.outbound.Answer.NotSent;
import dev.interlock.platform.outbound.Answer.Unknown;
import dev.interlock.platform.paging.Cursor;
import dev.interlock.platform.problem.Effect;
import dev.interlock.platform.problem.GatewayException.TargetFailed;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/// A tier below: a target that is called with this tier's service token.
public class TierTarget {
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;

    private final Target target;
    private final ServiceToken token;

    public TierTarget(Target target, ServiceToken token) {
        this.target = target;
        this.token = token;
    }

    public Target target() {
        return target;
    }

    /// Sends with a valid token; a refused one is replaced once.
    public Answer send(Call call) {
        return withToken(call, target::send);
    }

    private Answer withToken(Call call, Function<Call, Answer> send) {
        var bearer = token.get();
        var answer = send.apply(call.with("Authorization", "Bearer " + bearer));
        return answer instanceof Answered answered && answered.status() == UNAUTHORIZED
                ? send.apply(call.with("Authorization", "Bearer " + token.replace(bearer)))
                : answer;
    }

    /// Reads one thing; empty when the tier says 404. A read that failed is asked once more.
    public <T> Optional<T> read(Call call, Class<T> type) {
        var answer = call.isRead() ? withToken(call, target::read) : send(call);
        return switch (answer) {
            // Not a page of whoever stands in between: that says nothing of what there is.
            case Answered a when a.status() == NOT_FOUND && a.json().path("code").isTextual() ->
                    Optional.empty();
            case Answered a when a.isSuccess() -> Optional.of(parse(a, type));
            // A cursor goes down as it came: a wrong one is the caller's fault here too.
            case Answered a when a.status() == BAD_REQUEST && isAboutTheCursor(a) ->
                    throw Cursor.refused();
            case Answered a when a.status() == 503 ->
                    throw TargetFailed.unavailable(asked(a), Effect.NONE, null);
            case Answered a when a.status() == 504 ->
                    throw TargetFailed.tooLate(asked(a), Effect.NONE, null);
            case Answered a ->
                    throw TargetFailed.misbehaved(
                            asked(a),
                            Effect.NONE,
                            new IOException(
                                    call.method() + " " + call.path() + " answered " + a.status()));
            case NotSent n ->
                    throw TargetFailed.unavailable(
                            target.system(), Effect.NONE, new IOException(n.reason()));
            case Unknown u when u.late() ->
                    throw TargetFailed.tooLate(
                            target.system(), Effect.NONE, new IOException(u.reason()));
            case Unknown u ->
                    throw TargetFailed.misbehaved(
                            target.system(), Effect.NONE, new IOException(u.reason()));
        };
    }

    private static boolean isAboutTheCursor(Answered answer) {
        return answer.json()
                .path("violations")
                .path(0)
                .path("pointer")
                .asText()
                .equals(Cursor.POINTER);
    }

    /// The system behind the tier, where its problem document names one.
    private String asked(Answered answer) {
        return answer.json().path("system").asText(target.system());
    }

    private <T> T parse(Answered answer, Class<T> type) {
        try {
            return TolerantJson.mapper().readValue(answer.body(), type);
        } catch (JacksonException e) {
            throw TargetFailed.misbehaved(target.system(), Effect.NONE, e);
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot fail to be read", e);
        }
    }
}
