package dev.interlock.partner.limit;

import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How many requests of each supplier this replica takes within a second: who has not asked for a
/// while may still not ask for all that is left to it at once. Known here alone, so that asking
/// costs nothing.
@ApplicationScoped
class Burst {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private static final int AT_LEAST = 20;
    private static final int PARTS = 5;

    private final int most;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    Burst(LimitSettings settings) {
        this.most = settings.burst().orElseGet(() -> usual(settings));
    }

    boolean take(String supplier) {
        return buckets.computeIfAbsent(supplier, _ -> bucket()).tryConsume(1);
    }

    private static int usual(LimitSettings settings) {
        var inASecond = settings.requests() / Math.max(1, settings.window().toSeconds());
        return (int) Math.max(AT_LEAST, inASecond);
    }

    /// Spread over the second: a fifth of them may come at once.
    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(Math.ceilDiv(most, PARTS)).refillGreedy(most, SECOND))
                .build();
    }

    /// As `RateLimit` says it when none is left.
    String none() {
        return "\"burst\";r=0;t=1";
    }

    /// As `RateLimit-Policy` says it.
    String policy() {
        return "\"burst\";q=%d;w=1".formatted(most);
    }
}
