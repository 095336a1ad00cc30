package dev.interlock.benchmark.flood;

import dev.interlock.sandbox.api.Api;
import dev.interlock.sandbox.api.Exchange;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A supplier that asks from many connections at once, each anew as soon as it has its answer. It
/// never looks at `Retry-After`.
final class Flood implements AutoCloseable {
    private final Api api;
    private final String client;
    private final List<String> reads;
    private final AtomicInteger served = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean over;

    Flood(Api api, String client, List<String> reads, int connections) {
        this.api = api;
        this.client = client;
        this.reads = List.copyOf(reads);
        for (int i = 0; i < connections; i++) {
            threads.execute(this::ask);
        }
    }

    private void ask() {
        for (int i = 0; !over; i++) {
            Exchange answer = api.send(client, "GET", reads.get(i % reads.size()), null, Map.of());
            (answer.status() == 429 ? refused : served).incrementAndGet();
        }
    }

    int served() {
        return served.get();
    }

    int refused() {
        return refused.get();
    }

    /// Returns when the last answer is there.
    @Override
    public void close() {
        over = true;
        threads.close();
    }
}
