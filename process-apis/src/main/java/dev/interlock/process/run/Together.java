package dev.interlock.process.run;

import dev.interlock.platform.correlation.Correlation;
import dev.interlock.platform.correlation.CurrentCorrelation;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Work side by side, each part in the trace of whoever asked for it.
final class Together {
    private Together() {}

    interface Work<T> {
        void on(T part) throws InterruptedException;
    }

    /// Returns when all have ended; what stopped one stops the caller then.
    static <T> void each(List<T> parts, Work<T> work) throws InterruptedException {
        if (parts.size() == 1) {
            work.on(parts.getFirst());
        } else if (!parts.isEmpty()) {
            sideBySide(parts, work);
        }
    }

    private static <T> void sideBySide(List<T> parts, Work<T> work) throws InterruptedException {
        var correlation = CurrentCorrelation.get();
        Optional<RuntimeException> failed = Optional.empty();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running =
                    parts.stream()
                            .<Future<?>>map(
                                    part -> threads.submit(() -> traced(correlation, part, work)))
                            .toList();
            for (var one : running) {
                try {
                    one.get();
                } catch (ExecutionException e) {
                    failed =
                            Optional.of(
                                    e.getCause() instanceof RuntimeException r
                                            ? r
                                            : new IllegalStateException(e));
                }
            }
        }
        failed.ifPresent(e -> {
            throw e;
        });
    }

    private static <T> Void traced(Correlation correlation, T part, Work<T> work) throws Exception {
        return CurrentCorrelation.with(
                correlation,
                () -> {
                    work.on(part);
                    return null;
                });
    }
}
