package dev.interlock.partner.limit;

import io.agroal.api.AgroalDataSource;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// One bucket of requests for each supplier, in PostgreSQL. An empty one is remembered here until
/// it has a request again, so that a flood is refused without asking the database.
@ApplicationScoped
class Buckets {
    private final ProxyManager<String> buckets;
    private final LimitSettings settings;
    private final BucketConfiguration size;

    /// Of the monotonic clock: when the bucket has a request again.
    private final Map<String, Long> emptyUntil = new ConcurrentHashMap<>();

    Buckets(AgroalDataSource pool, LimitSettings settings) {
        this.settings = settings;
        this.buckets =
                Bucket4jPostgreSQL.selectForUpdateBasedBuilder(pool)
                        .primaryKeyMapper(PrimaryKeyMapper.STRING)
                        .build();
        this.size =
                BucketConfiguration.builder()
                        .addLimit(limit ->
                                limit.capacity(settings.requests())
                                        .refillGreedy(settings.requests(), settings.window()))
                        .build();
    }

    /// As `RateLimit-Policy` says it.
    String policy() {
        return "\"supplier\";q=%d;w=%d"
                .formatted(settings.requests(), settings.window().toSeconds());
    }

    /// When there is a request again; empty when there may be one now. Asks nobody.
    Optional<Draw> refusalKnown(String supplier) {
        var until = emptyUntil.get(supplier);
        var left = until == null ? 0 : until - System.nanoTime();
        return left > 0 ? Optional.of(Draw.refused(Duration.ofNanos(left))) : Optional.empty();
    }

    /// Takes one request out. What is left is not negative; there is a pause only when none was
    /// left.
    Draw draw(String supplier) {
        ConsumptionProbe probe =
                buckets.getProxy(supplier, () -> size).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            emptyUntil.remove(supplier);
            return new Draw(
                    true,
                    probe.getRemainingTokens(),
                    Duration.ofNanos(probe.getNanosToWaitForReset()));
        }
        emptyUntil.put(supplier, System.nanoTime() + probe.getNanosToWaitForRefill());
        return Draw.refused(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /// `pause` is how long until the bucket is full again, or has one request again where it was
    /// empty.
    record Draw(boolean isTaken, long left, Duration pause) {
        static Draw refused(Duration pause) {
            return new Draw(false, 0, pause);
        }

        /// As `RateLimit` says it.
        String header() {
            return "\"supplier\";r=%d;t=%d"
                    .formatted(left, pause.plusNanos(999_999_999).toSeconds());
        }
    }
}
