package dev.interlock.process.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.process.TierBelow.Mood;
import dev.interlock.process.Workbench;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RetryStormTest extends Workbench {
    private static final Duration BEAT = Duration.ofMillis(25);

    private final AtomicInteger incoming = new AtomicInteger();

    @Test
    void aTargetThatIsDownIsAskedLittleMoreOftenThanCallersAskForIt() throws Exception {
        below.next("/left", Mood.AWAY_BEHIND);
        var calling = new ArrayList<Future<?>>();
        int callsBefore;
        int runsBefore;
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var until = Instant.now().plusSeconds(11);
            for (var i = 0; i < 4; i++) {
                calling.add(callers.submit(() -> callUntil(until)));
            }
            TimeUnit.SECONDS.sleep(5);
            callsBefore = below.calls("/left");
            runsBefore = incoming.get();
        }
        for (var caller : calling) {
            caller.get();
        }

        var asked = incoming.get() - runsBefore;
        assertThat(asked).isGreaterThan(50);
        assertThat(below.calls("/left") - callsBefore)
                .isLessThanOrEqualTo((int) Math.ceil(1.2 * asked))
                .isGreaterThanOrEqualTo(asked / 2);
        below.next("/left", Mood.FINE);
        awaitCalm();
    }

    private @Nullable Void callUntil(Instant until) throws InterruptedException {
        while (Instant.now().isBefore(until)) {
            start("rehearsal", "item:storm" + incoming.incrementAndGet(), Set.of(), Duration.ZERO);
            TimeUnit.MILLISECONDS.sleep(BEAT.toMillis());
        }
        return null;
    }

    /// Everything that waited arrives soon after the target is back.
    private void awaitCalm() throws InterruptedException {
        var until = Instant.now().plusSeconds(30);
        while (open() > 0 && Instant.now().isBefore(until)) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(open()).isZero();
    }

    private int open() {
        return jdbi.withHandle(h ->
                h.createQuery("SELECT count(*) FROM run WHERE open AND subject LIKE 'item:storm%'")
                        .mapTo(Integer.class)
                        .one());
    }
}
