package dev.interlock.acceptance;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;

/// Does the same for several at once, where none of them waits for another.
final class SideBySide {
    private SideBySide() {}

    /// What each came to, in the order of the list.
    static <T, R> List<R> each(List<T> several, Function<T, R> work) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return several.stream()
                    .map(one -> CompletableFuture.supplyAsync(() -> work.apply(one), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        } catch (CompletionException e) {
            if (e.getCause() instanceof AssertionError failed) {
                throw failed;
            }
            throw e;
        }
    }

    static <T> void forEach(List<T> several, Consumer<T> work) {
        each(
                several,
                one -> {
                    work.accept(one);
                    return true;
                });
    }
}
