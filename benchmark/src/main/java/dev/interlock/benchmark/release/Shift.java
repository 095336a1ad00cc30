package dev.interlock.benchmark.release;

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

/// Clients that release orders, each one after another.
final class Shift {
    private static final int CHECKS = 16;

    private final Api api;
    private final Queue<Double> times = new ConcurrentLinkedQueue<>();

    record Done(Times times, double perSecond) {}

    Shift(Api api) {
        this.api = api;
    }

    Done release(List<String> orders, int clients, Bar bar) {
        Queue<String> left = new ConcurrentLinkedQueue<>(orders);
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> working =
                    IntStream.range(0, clients)
                            .<Future<?>>mapToObj(_ -> threads.submit(() -> work(left, bar)))
                            .toList();
            for (Future<?> client : working) {
                client.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SandboxFailure failure
                    ? failure
                    : new SandboxFailure(String.valueOf(e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxFailure("The measurement was interrupted.", e);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new Done(new Times(times), times.size() / seconds);
    }

    private void work(Queue<String> left, Bar bar) {
        for (String order = left.poll(); order != null; order = left.poll()) {
            times.add(release(order));
            bar.show(times.size());
        }
    }

    /// In milliseconds, as the ERP sees it who asks for it.
    double release(String order) {
        Exchange answer =
                api.send(
                        "erp",
                        "POST",
                        "/process/v1/releases",
                        JsonObject.of("orderNumber", order),
                        Map.of("Idempotency-Key", "bench-release-" + order));
        if (!"RELEASED".equals(answer.body().getString("status"))) {
            throw new SandboxFailure(answer.problem());
        }
        requireEveryCheck(answer.body());
        return answer.took().toNanos() / 1e6;
    }

    private static void requireEveryCheck(JsonObject release) {
        long passed =
                release.getJsonArray("findings").stream()
                        .filter(finding ->
                                "PASS".equals(((JsonObject) finding).getString("outcome")))
                        .count();
        if (passed != CHECKS) {
            throw new SandboxFailure(
                    "Of order %s only %d checks of %d have passed: %s"
                            .formatted(
                                    release.getString("orderNumber"),
                                    passed,
                                    CHECKS,
                                    release.getJsonArray("findings").encode()));
        }
    }
}
