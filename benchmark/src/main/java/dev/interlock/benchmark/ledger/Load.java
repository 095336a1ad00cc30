package dev.interlock.benchmark.ledger;

import dev.interlock.benchmark.piece.Workpiece;
import dev.interlock.benchmark.stage.Bar;
import dev.interlock.benchmark.stage.Times;
import dev.interlock.sandbox.api.Api;
import dev.interlock.sandbox.api.Exchange;
import dev.interlock.sandbox.layout.SandboxFailure;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// Clients that each have the changes of one item propagated, one after another, and then take the
/// next item.
final class Load {
    static final int CLIENTS = 8;
    static final int CHANGES = 10;

    private final Api api;
    private final Queue<Workpiece> pieces;
    private final ConcurrentLinkedQueue<Double> times = new ConcurrentLinkedQueue<>();

    record Done(Times times, double perSecond) {}

    Load(Api api, List<Workpiece> pieces) {
        this.api = api;
        this.pieces = new ConcurrentLinkedQueue<>(pieces);
    }

    Done run(Bar bar) throws InterruptedException {
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> clients =
                    IntStream.range(0, CLIENTS)
                            .<Future<?>>mapToObj(_ -> threads.submit(() -> work(bar)))
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

    private void work(Bar bar) {
        for (Workpiece piece = pieces.poll(); piece != null; piece = pieces.poll()) {
            for (int change = 1; change <= CHANGES; change++) {
                times.add(propagate(piece.changeNumber(change)));
                bar.show(times.size());
            }
        }
    }

    private double propagate(String changeNumber) {
        Exchange answer =
                api.send(
                        "plm",
                        "POST",
                        "/process/v1/propagations",
                        JsonObject.of("changeNumber", changeNumber),
                        Map.of("Idempotency-Key", "bench-runs-" + changeNumber));
        if (!"COMPLETED".equals(answer.body().getString("status"))) {
            throw new SandboxFailure(answer.problem());
        }
        return answer.took().toNanos() / 1e6;
    }
}
