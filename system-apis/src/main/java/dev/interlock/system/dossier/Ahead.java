package dev.interlock.system.dossier;

import dev.interlock.platform.correlation.Correlation;
import dev.interlock.platform.correlation.CurrentCorrelation;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/// Questions asked ahead, side by side, each in the trace of whoever asks.
final class Ahead implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Correlation correlation = CurrentCorrelation.get();

    /// The answer, which throws what stopped the question.
    <T> Supplier<T> ask(Callable<T> question) {
        var asked = threads.submit(() -> CurrentCorrelation.with(correlation, question));
        return () -> answer(asked);
    }

    private static <T> T answer(Future<T> asked) {
        try {
            return asked.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a part of a dossier was read", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException stopped
                    ? stopped
                    : new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
