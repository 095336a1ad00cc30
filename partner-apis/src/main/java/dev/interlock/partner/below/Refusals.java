package dev.interlock.partner.below;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlock.platform.outbound.Answer;
import dev.interlock.platform.outbound.Answer.Answered;
import dev.interlock.platform.outbound.Answer.NotSent;
import dev.interlock.platform.outbound.Answer.Unknown;
import dev.interlock.platform.paging.Cursor;
import dev.interlock.platform.problem.Effect;
import dev.interlock.platform.problem.GatewayException;
import dev.interlock.platform.problem.GatewayException.InvalidRequest;
import dev.interlock.platform.problem.GatewayException.NotFound;
import dev.interlock.platform.problem.GatewayException.Refused;
import dev.interlock.platform.problem.GatewayException.Rejected;
import dev.interlock.platform.problem.GatewayException.TargetFailed;
import dev.interlock.platform.problem.GatewayException.TryLater;
import dev.interlock.platform.problem.GatewayException.WrongState;
import dev.interlock.platform.problem.ProblemType;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/// What the tiers below say no with, told so that a supplier learns what it may know and nothing
/// else: which system failed, and how, stays in the log.
final class Refusals {
    /// All that a supplier has to do with stands behind this name.
    private static final String BUYER = "BUYER";

    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private Refusals() {}

    static GatewayException of(Answer answer, Place place, boolean isRead) {
        return switch (answer) {
            case Answered answered when answered.status() < 500 ->
                    refused(answered, place, effect(answered, isRead));
            case Answered answered -> failed(answered, place, effect(answered, isRead));
            case NotSent not ->
                    TargetFailed.unavailable(BUYER, Effect.NONE, cause(place, not.reason()));
            case Unknown unknown when unknown.late() ->
                    TargetFailed.tooLate(BUYER, effect(isRead), cause(place, unknown.reason()));
            case Unknown unknown ->
                    TargetFailed.misbehaved(BUYER, effect(isRead), cause(place, unknown.reason()));
        };
    }

    /// An answer that cannot be read, or that should not have been given.
    static GatewayException nonsense(Place place, boolean isRead, Exception cause) {
        return TargetFailed.misbehaved(
                BUYER, effect(isRead), new IOException(place.address(), cause));
    }

    private static GatewayException refused(Answered answered, Place place, Effect effect) {
        var problem = answered.json();
        return switch (answered.status()) {
            case 400 -> invalid(problem, place, effect);
            case 404 -> new NotFound(place.what(), place.id());
            case 409 -> conflict(answered, problem, place);
            case 412 ->
                    new Rejected(
                            ProblemType.STALE,
                            "The %s is not as it was read: read it again.".formatted(place.what()));
            case 413 -> new Rejected(ProblemType.CONTENT_TOO_LARGE, "The body is too large.");
            case 415 ->
                    new Rejected(
                            ProblemType.UNSUPPORTED_MEDIA_TYPE,
                            "Files of this type are not taken.");
            case 422 -> unprocessable(problem);
            case 428 ->
                    new Rejected(
                            ProblemType.PRECONDITION_REQUIRED,
                            "The %s stands: send the ETag that you have read as If-Match."
                                    .formatted(place.what()));
            case 429 -> TargetFailed.unavailable(BUYER, Effect.NONE, cause(place, "429"));
            default ->
                    TargetFailed.misbehaved(
                            BUYER, effect, cause(place, String.valueOf(answered.status())));
        };
    }

    private static GatewayException invalid(JsonNode problem, Place place, Effect effect) {
        var pointer = problem.path("violations").path(0).path("pointer").asText();
        if (pointer.equals(Cursor.POINTER)) {
            return Cursor.refused();
        }
        return pointer.startsWith("/")
                ? new InvalidRequest(ViolationsBelow.ofShape(problem))
                : TargetFailed.misbehaved(BUYER, effect, cause(place, "400 " + pointer));
    }

    private static GatewayException conflict(Answered answered, JsonNode problem, Place place) {
        var code = problem.path("code").asText();
        if (code.equals(ProblemType.REQUEST_IN_PROGRESS.code())) {
            var pause = answered.header("Retry-After").filter(text -> text.matches("[0-9]{1,4}"));
            return TryLater.requestInProgress(
                    pause.map(Long::parseLong).map(Duration::ofSeconds).orElse(A_MOMENT));
        }
        if (code.equals(ProblemType.WRONG_STATE.code())) {
            return new WrongState(
                    place.what(),
                    place.id(),
                    problem.path("state").asText(),
                    texts(problem.path("allowed")));
        }
        return new Rejected(
                ProblemType.CONFLICT,
                "The request contradicts how the %s stands.".formatted(place.what()));
    }

    private static GatewayException unprocessable(JsonNode problem) {
        if (problem.path("code").asText().equals(ProblemType.IDEMPOTENCY_KEY_REUSED.code())) {
            return new Refused(
                    ProblemType.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key was used for another request.",
                    List.of());
        }
        var violations = ViolationsBelow.ofRefusal(problem);
        var detail =
                violations.size() == 1
                        ? violations.getFirst().detail()
                        : violations.size() + " reasons speak against it: see violations.";
        return new Refused(ProblemType.UNPROCESSABLE, detail, violations);
    }

    private static GatewayException failed(Answered answered, Place place, Effect effect) {
        var cause =
                cause(
                        place,
                        answered.status()
                                + " "
                                + answered.json().path("system").asText()
                                + " "
                                + answered.json().path("code").asText());
        if (answered.json().path("code").asText().equals(ProblemType.OUTCOME_UNKNOWN.code())) {
            return TargetFailed.outcomeUnknown(BUYER);
        }
        return switch (answered.status()) {
            case 503 -> TargetFailed.unavailable(BUYER, effect, cause);
            case 504 -> TargetFailed.tooLate(BUYER, effect, cause);
            default -> TargetFailed.misbehaved(BUYER, effect, cause);
        };
    }

    private static Effect effect(Answered answered, boolean isRead) {
        return answered.json().path("effect").asText().equals(Effect.NONE.name())
                ? Effect.NONE
                : effect(isRead);
    }

    private static Effect effect(boolean isRead) {
        return isRead ? Effect.NONE : Effect.UNKNOWN;
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
    }

    private static IOException cause(Place place, String what) {
        return new IOException("%s: %s".formatted(place.address(), what));
    }
}
