package dev.interlock.process.run;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What one attempt came to.
///
/// `status` is the HTTP status where there was an answer; `problem` the problem document of the
/// tier below, `code` what it calls the problem, empty without one.
record Outcome(
        Kind kind,
        @Nullable Integer status,
        @Nullable String detail,
        String code,
        @Nullable String problem,
        @Nullable String reference,
        @Nullable String digest,
        @Nullable Duration retryAfter) {

    enum Kind {
        DONE,
        /// Certainly no effect; worth another try.
        NO_EFFECT,
        /// Something else stands than If-Match named, or something where nothing was to stand: read
        /// it anew.
        STALE,
        IN_DOUBT,
        /// The target understood and said no.
        REFUSED,
        /// The thing is not there; for an undo that is success.
        ABSENT,
        /// The tier below does not dare to send again.
        OUTCOME_UNKNOWN,
        /// Our request was wrong: a defect of ours.
        DEFECT,
        FENCED
    }

    static Outcome of(Kind kind, String detail, @Nullable Duration retryAfter) {
        return new Outcome(kind, null, detail, "", null, null, null, retryAfter);
    }
}
