package dev.interlock.system.effect;

import dev.interlock.platform.problem.GatewayException.Refused;
import dev.interlock.platform.problem.GatewayException.TryLater;
import dev.interlock.platform.problem.ProblemType;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands under a key. `leaseMillis` is what is left of the lease of an OPEN row, not positive
/// when it is over.
record IdempotencyRow(
        String fingerprint,
        String state,
        int attempt,
        @Nullable Integer status,
        byte @Nullable [] body,
        @Nullable String location,
        @Nullable String etag,
        @Nullable String contentType,
        @Nullable Long leaseMillis) {

    boolean done() {
        return state.equals("DONE");
    }

    boolean leased() {
        return leaseMillis != null && leaseMillis > 0;
    }

    /// Refuses a key that comes back with another request.
    IdempotencyRow of(EffectRequest request) {
        if (!fingerprint.equals(request.fingerprint())) {
            throw new Refused(
                    ProblemType.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key was first used for another request.",
                    List.of());
        }
        return this;
    }

    /// What was answered first; until it has been, the caller has to wait for the rest of the
    /// lease.
    StoredAnswer answerOrRefuse() {
        if (!done() || status == null) {
            throw TryLater.requestInProgress(
                    Duration.ofMillis(leaseMillis == null ? 0 : Math.max(0, leaseMillis)));
        }
        return new StoredAnswer(status, body, location, etag, contentType);
    }
}
