package dev.interlock.benchmark.ledger;

import dev.interlock.benchmark.stage.Bar;
import dev.interlock.benchmark.stage.Times;
import dev.interlock.sandbox.layout.SandboxFailure;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Clients that each take what is to be done, one after another.
final class Load<T> {
    static final int CLIENTS = 8;

    private final Queue<T> left;
    private final Work<T> work;
    private final ConcurrentLinkedQueue<Double> times = new ConcurrentLinkedQueue<>();

    /// Tells how many milliseconds each request took.
    interface Work<T> {
        void on(T one, Consumer<Double> took);
    }

    record Done(Times times, double perSecond) {}

    Load(Collection<T> all, Work<T> work) {
        this.left = new ConcurrentLinkedQueue<>(all);
        this.work = work;
    }

    Done run(Bar bar) throws InterruptedException {
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> clients =
                    IntStream.range(0, CLIENTS)
                            .<Future<?>>mapToObj(_ -> threads.submit(() -> client(bar)))
                            .toList();
            for (Future<?> client : clients) {
                client.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SandboxFailure failure
                    ? failure
                    : new SandboxFailure(String.valueOf(e.getCause()), e);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new Done(new Times(times), times.size() / seconds);
    }

    private void client(Bar bar) {
        for (T one = left.poll(); one != null; one = left.poll()) {
            work.on(
                    one,
                    took -> {
                        times.add(took);
                        bar.show(times.size());
                    });
        }
    }
}
