package dev.interlock.platform.problem;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What stops a request. One mapper turns each case into a problem document.
public abstract sealed class GatewayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemType type;

    GatewayException(ProblemType type, String detail, @Nullable Throwable cause) {
        super(detail, cause);
        this.type = type;
    }

    public final ProblemType type() {
        return type;
    }

    public final String detail() {
        return String.valueOf(getMessage());
    }

    /// 400: the contract refuses what was sent; every violation at once.
    public static final class InvalidRequest extends GatewayException {
        private static final long serialVersionUID = 1L;
        private final transient List<Violation> violations;

        public InvalidRequest(List<Violation> violations) {
            this(ProblemType.INVALID_REQUEST, summary(violations), violations);
        }

        public InvalidRequest(String pointer, String code, String detail) {
            this(List.of(new Violation(pointer, code, detail)));
        }

        public InvalidRequest(ProblemType type, String detail, List<Violation> violations) {
            super(type, detail, null);
            this.violations = List.copyOf(violations);
        }

        public List<Violation> violations() {
            return violations;
        }

        private static String summary(List<Violation> violations) {
            return violations.size() == 1
                    ? violations.getFirst().detail()
                    : violations.size() + " things are wrong with the request: see violations.";
        }
    }

    /// 404, also for another party's object: existence is not revealed.
    public static final class NotFound extends GatewayException {
        private static final long serialVersionUID = 1L;

        public NotFound(String what, String id) {
            super(ProblemType.NOT_FOUND, "There is no %s %s.".formatted(what, id), null);
        }
    }

    /// 409: the thing is in a state that does not allow what was asked.
    public static final class WrongState extends GatewayException {
        private static final long serialVersionUID = 1L;
        private final String state;
        private final transient List<String> allowed;

        public WrongState(String what, String id, String state, List<String> allowed) {
            this(
                    "The %s %s is %s; what was asked needs it to be %s."
                            .formatted(
                                    what,
                                    id,
                                    state,
                                    allowed.isEmpty()
                                            ? "in another state"
                                            : String.join(" or ", allowed)),
                    state,
                    allowed);
        }

        /// Where more than the state is to be said.
        public WrongState(String detail, String state, List<String> allowed) {
            super(ProblemType.WRONG_STATE, detail, null);
            this.state = state;
            this.allowed = List.copyOf(allowed);
        }

        public String state() {
            return state;
        }

        public List<String> allowed() {
            return allowed;
        }
    }

    /// 4xx without more to say than its type and one sentence.
    public static final class Rejected extends GatewayException {
        private static final long serialVersionUID = 1L;

        public Rejected(ProblemType type, String detail) {
            super(type, detail, null);
        }
    }

    /// 422: well formed and refused, every reason at once. `extra` are further members of the
    /// document, `findings` say.
    public static final class Refused extends GatewayException {
        private static final long serialVersionUID = 1L;
        private final transient List<Violation> violations;
        private final transient Map<String, Object> extra;

        public Refused(ProblemType type, String detail, List<Violation> violations) {
            this(type, detail, violations, Map.of());
        }

        public Refused(
                ProblemType type,
                String detail,
                List<Violation> violations,
                Map<String, Object> extra) {
            super(type, detail, null);
            this.violations = List.copyOf(violations);
            this.extra = Map.copyOf(extra);
        }

        public List<Violation> violations() {
            return violations;
        }

        public Map<String, Object> extra() {
            return extra;
        }
    }

    /// 409 or 503 that will pass: try again after the delay.
    public static final class TryLater extends GatewayException {
        private static final long serialVersionUID = 1L;
        private final Duration retryAfter;
        private final Effect effect;

        public TryLater(ProblemType type, String detail, Duration retryAfter, Effect effect) {
            super(type, detail, null);
            this.retryAfter = retryAfter;
            this.effect = effect;
        }

        public static TryLater requestInProgress(Duration retryAfter) {
            return new TryLater(
                    ProblemType.REQUEST_IN_PROGRESS,
                    "The first request with this Idempotency-Key is still being served.",
                    retryAfter,
                    Effect.UNKNOWN);
        }

        public Duration retryAfter() {
            return retryAfter;
        }

        public Effect effect() {
            return effect;
        }
    }

    /// 502, 503, 504: a system behind us could not be reached, or answered late or nonsense.
    public static final class TargetFailed extends GatewayException {
        private static final long serialVersionUID = 1L;
        private final String system;
        private final Effect effect;

        private TargetFailed(
                ProblemType type,
                String system,
                String detail,
                Effect effect,
                @Nullable Throwable cause) {
            super(type, detail, cause);
            this.system = system;
            this.effect = effect;
        }

        public static TargetFailed unavailable(
                String system, Effect effect, @Nullable Throwable cause) {
            return new TargetFailed(
                    ProblemType.TARGET_UNAVAILABLE,
                    system,
                    system + " cannot be reached now.",
                    effect,
                    cause);
        }

        public static TargetFailed misbehaved(
                String system, Effect effect, @Nullable Throwable cause) {
            return new TargetFailed(
                    ProblemType.TARGET_MISBEHAVED,
                    system,
                    system + " gave an answer that makes no sense.",
                    effect,
                    cause);
        }

        public static TargetFailed tooLate(
                String system, Effect effect, @Nullable Throwable cause) {
            return new TargetFailed(
                    ProblemType.TARGET_TOO_LATE,
                    system,
                    system + " did not answer in time.",
                    effect,
                    cause);
        }

        public static TargetFailed outcomeUnknown(String system) {
            return new TargetFailed(
                    ProblemType.OUTCOME_UNKNOWN,
                    system,
                    "Whether "
                            + system
                            + " acted is unknown; it is not sent again before a person decides.",
                    Effect.UNKNOWN,
                    null);
        }

        public String system() {
            return system;
        }

        public Effect effect() {
            return effect;
        }
    }
}
