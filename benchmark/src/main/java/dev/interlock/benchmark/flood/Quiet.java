package dev.interlock.benchmark.flood;

import dev.interlock.benchmark.stage.Bar;
import dev.interlock.sandbox.api.Api;
import dev.interlock.sandbox.api.Exchange;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A supplier that reads its orders, one request after another, 40 a second. Each is timed from
/// when it was due, so that an answer that keeps the next request waiting counts for that one too.
final class Quiet {
    private static final long APART = Duration.ofMillis(25).toNanos();

    private final Api api;
    private final String client;
    private final List<String> reads;
    private int failed;

    Quiet(Api api, String client, List<String> reads) {
        this.api = api;
        this.client = client;
        this.reads = List.copyOf(reads);
    }

    /// Asks for so many seconds; adds the milliseconds that each answer took.
    void ask(int seconds, List<Double> times, Bar bar, int before) throws InterruptedException {
        long begin = System.nanoTime();
        int all = (int) (TimeUnit.SECONDS.toNanos(seconds) / APART);
        for (int i = 0; i < all; i++) {
            long due = begin + i * APART;
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            Exchange answer = api.send(client, "GET", reads.get(i % reads.size()), null, Map.of());
            times.add((System.nanoTime() - due) / 1e6);
            failed += answer.status() == 200 ? 0 : 1;
            bar.show(before + (int) ((i + 1L) * APART / 1_000_000_000L));
        }
    }

    /// What went wrong so far does not count.
    void forgive() {
        failed = 0;
    }

    /// Answers that were none.
    int failed() {
        return failed;
    }
}
