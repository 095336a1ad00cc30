package dev.interlock.platform.problem;

import java.util.Locale;

/// Every problem a caller can meet: a closed list, one page each in the portal.
public enum ProblemType {
    INVALID_REQUEST(400, "The request does not fit the contract", false),
    IDEMPOTENCY_KEY_INVALID(400, "The Idempotency-Key header is missing or malformed", false),
    UNAUTHENTICATED(401, "A valid access token is needed", false),
    INSUFFICIENT_SCOPE(403, "The token does not allow this operation", false),
    NOT_FOUND(404, "There is no such thing here", false),
    METHOD_NOT_ALLOWED(405, "This resource does not know the method", false),
    NOT_ACCEPTABLE(406, "None of the accepted media types can be produced", false),
    REQUEST_TIMEOUT(408, "The request did not arrive in time", true),
    WRONG_STATE(409, "The state does not allow this step", false),
    CONFLICT(409, "The request contradicts what stands", false),
    REQUEST_IN_PROGRESS(409, "The first request with this key is still being served", true),
    FENCED(409, "A newer worker has taken over this run", false),
    STALE(412, "What was read has changed since", false),
    CONTENT_TOO_LARGE(413, "The body is larger than allowed", false),
    URI_TOO_LONG(414, "The address is longer than allowed", false),
    UNSUPPORTED_MEDIA_TYPE(415, "The media type of the body is not understood", false),
    UNPROCESSABLE(422, "Well formed, but refused", false),
    IDEMPOTENCY_KEY_REUSED(422, "This key was used for another request", false),
    INSUFFICIENT_STOCK(422, "The stock does not cover the demand", false),
    TARGET_REFUSED(422, "The target system refused", false),
    CHANGE_REFUSED(422, "A check refused the engineering change", false),
    CHANGE_VERSION_REUSED(422, "This version of the change stands with other content", false),
    RELEASE_REFUSED(422, "The release was refused", false),
    PRECONDITION_REQUIRED(428, "An If-Match header is needed", false),
    TOO_MANY_REQUESTS(429, "Too many requests", true),
    HEADERS_TOO_LARGE(431, "The headers are larger than allowed", false),
    INTERNAL(500, "Something is broken on our side", false),
    TARGET_MISBEHAVED(502, "A target system gave an answer that makes no sense", true),
    UNAVAILABLE(503, "The service cannot answer now", true),
    TARGET_UNAVAILABLE(503, "A target system cannot be reached", true),
    RELEASE_UNANSWERED(503, "A system that must be asked could not answer", true),
    RELEASE_ROLLED_BACK(503, "A technical failure: everything was undone", true),
    TARGET_TOO_LATE(504, "A target system did not answer in time", true),
    OUTCOME_UNKNOWN(504, "Nobody can say whether the target acted: a person decides", false);

    private final int status;
    private final String title;
    private final boolean retryable;

    ProblemType(int status, String title, boolean retryable) {
        this.status = status;
        this.title = title;
        this.retryable = retryable;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public boolean retryable() {
        return retryable;
    }

    /// `insufficient-stock`: the last part of the type URI and the `code` member.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String type() {
        return "/problems/" + code();
    }

    /// The type that stands for a bare HTTP status.
    static ProblemType ofStatus(int status) {
        return switch (status) {
            case 401 -> UNAUTHENTICATED;
            case 403 -> INSUFFICIENT_SCOPE;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 408 -> REQUEST_TIMEOUT;
            case 409 -> CONFLICT;
            case 412 -> STALE;
            case 413 -> CONTENT_TOO_LARGE;
            case 414 -> URI_TOO_LONG;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 422 -> UNPROCESSABLE;
            case 428 -> PRECONDITION_REQUIRED;
            case 429 -> TOO_MANY_REQUESTS;
            case 431 -> HEADERS_TOO_LARGE;
            case 502 -> TARGET_MISBEHAVED;
            case 503 -> UNAVAILABLE;
            case 504 -> TARGET_TOO_LATE;
            default -> status >= 400 && status < 500 ? INVALID_REQUEST : INTERNAL;
        };
    }
}
