package dev.interlock.process.check;

import dev.interlock.platform.correlation.CurrentCorrelation;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/// What other systems were asked, once per key, however many checks need it. Whoever looks while an
/// answer is under way waits; where the system could not be asked, looking throws what stopped the
/// question.
public final class Fact<K, V> {
    private final Map<K, FutureTask<V>> asked = new ConcurrentHashMap<>();
    private final Function<K, V> question;

    public Fact(Function<K, V> question) {
        this.question = question;
    }

    /// Asks ahead, on a thread of its own.
    public void ask(K key) {
        Thread.startVirtualThread(task(key));
    }

    public V of(K key) {
        var task = task(key);
        task.run();
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a system was asked", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException stopped
                    ? stopped
                    : new IllegalStateException(e.getCause());
        }
    }

    /// Runs once: a task that has been started elsewhere is only waited for.
    private FutureTask<V> task(K key) {
        var correlation = CurrentCorrelation.get();
        return asked.computeIfAbsent(
                key,
                k ->
                        new FutureTask<>(() ->
                                CurrentCorrelation.with(correlation, () -> question.apply(k))));
    }
}
