package dev.interlock.acceptance;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Waits for what happens by itself.
final class Patience {
    private static final Duration PAUSE = Duration.ofMillis(200);

    private Patience() {}

    /// Looks until what is seen is as wanted, or fails and says what was seen last.
    static <T> T await(String what, Duration atMost, Supplier<T> look, Predicate<T> wanted) {
        long deadline = System.nanoTime() + atMost.toNanos();
        T seen = look.get();
        while (!wanted.test(seen)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(
                        "%s did not come within %d s; last seen: %s"
                                .formatted(what, atMost.toSeconds(), seen));
            }
            pause();
            seen = look.get();
        }
        return seen;
    }

    static void await(String what, Duration atMost, Supplier<Boolean> happened) {
        await(what, atMost, happened, Boolean::booleanValue);
    }

    static void pause() {
        pause(PAUSE.toMillis());
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting", e);
        }
    }
}
