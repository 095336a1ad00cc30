package dev.interlock.process.facts;

import dev.interlock.platform.outbound.Call;
import dev.interlock.platform.outbound.Target;
import dev.interlock.platform.outbound.TierTarget;
import dev.interlock.platform.problem.Effect;
import dev.interlock.platform.problem.GatewayException.TargetFailed;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Lets reads wait for their turn instead of being turned away: a burst of releases asks more at
/// once than a target takes. A quarter of what it takes is left to effects.
///
/// `TargetFailed` when the turn does not come within the target's own time.
class Turnstile {
    private final TierTarget tier;
    private final Semaphore places;

    Turnstile(TierTarget tier) {
        this.tier = tier;
        this.places = new Semaphore(Math.max(1, tier.target().bulkhead() * 3 / 4), true);
    }

    Target target() {
        return tier.target();
    }

    <T> Optional<T> read(Call call, Class<T> type) {
        enter();
        try {
            return tier.read(call, type);
        } finally {
            places.release();
        }
    }

    private void enter() {
        try {
            if (!places.tryAcquire(target().timeout().toMillis(), TimeUnit.MILLISECONDS)) {
                throw TargetFailed.unavailable(
                        target().system(), Effect.NONE, new IOException("too many reads at once"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting to ask a system", e);
        }
    }
}
