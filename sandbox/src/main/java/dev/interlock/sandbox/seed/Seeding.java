package dev.interlock.sandbox.seed;

import dev.interlock.sandbox.api.Api;
import dev.interlock.sandbox.api.Endpoints;
import dev.interlock.sandbox.api.Exchange;
import dev.interlock.sandbox.layout.SandboxFailure;
import dev.interlock.sandbox.seed.Wave.Write;
import java.io.PrintStream;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Writes a large plant into the system tier. What was written before is met again and left as it
/// stands, so a seeding that was stopped goes on where it was.
public final class Seeding {
    /// As many at once as keep two cores busy on both sides.
    private static final int SENDERS = 12;

    private static final String CLIENT = "integration-tests";

    private final Endpoints endpoints;
    private final InstantSource clock;
    private final PrintStream out;
    private final boolean terminal;

    public Seeding(Endpoints endpoints, InstantSource clock, PrintStream out, boolean terminal) {
        this.endpoints = endpoints;
        this.clock = clock;
        this.out = out;
        this.terminal = terminal;
    }

    /// Returns how many items stand.
    public int plant(int items) {
        LargePlant plant =
                new LargePlant(items, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        try (Api api = new Api(endpoints, clock)) {
            for (Wave wave : plant.waves()) {
                write(api, wave);
            }
        }
        return plant.items();
    }

    private void write(Api api, Wave wave) {
        Bar bar = new Bar(out, terminal, wave.name(), wave.size());
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        Runnable sender =
                () -> {
                    for (int n = next.getAndIncrement();
                            n < wave.size();
                            n = next.getAndIncrement()) {
                        write(api, wave.writes().apply(n));
                        bar.show(done.incrementAndGet());
                    }
                };
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> all =
                    Stream.generate(() -> CompletableFuture.runAsync(sender, senders))
                            .limit(SENDERS)
                            .toList();
            // Whoever fails ends it for all: nobody takes another number.
            all.forEach(one -> one.exceptionally(_ -> stop(next, wave)));
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof SandboxFailure failure ? failure : e;
        }
    }

    private static @Nullable Void stop(AtomicInteger next, Wave wave) {
        next.set(wave.size());
        return null;
    }

    private static void write(Api api, Write write) {
        Map<String, String> headers =
                write.key().isEmpty() ? Map.of() : Map.of("Idempotency-Key", write.key());
        Exchange answer = api.send(CLIENT, write.method(), write.path(), write.body(), headers);
        if (!answer.succeeded() && !wasWrittenOnAnotherDay(answer)) {
            throw new SandboxFailure("The plant is refused: %s".formatted(answer.problem()));
        }
    }

    /// The key names the order; only its dates are of today.
    private static boolean wasWrittenOnAnotherDay(Exchange answer) {
        return "idempotency-key-reused".equals(answer.body().getString("code"));
    }
}
