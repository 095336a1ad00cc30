package dev.interlock.system.dossier;

import dev.interlock.platform.correlation.CurrentCorrelation;
import dev.interlock.system.access.Sight;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/// Questions beside others, which need not wait for them: on a thread of their own, until somebody
/// wants the answer. On behalf of a supplier they are asked only then: whose rows a connection may
/// show is known from the thread of the request.
final class Aside {
    private Aside() {}

    static <T> Supplier<T> ask(Sight sight, Supplier<T> questions) {
        if (sight.isSupplier()) {
            return questions;
        }
        var correlation = CurrentCorrelation.get();
        var asked = new FutureTask<>(() -> CurrentCorrelation.with(correlation, questions::get));
        Thread.startVirtualThread(asked);
        return () -> answer(asked);
    }

    private static <T> T answer(FutureTask<T> asked) {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failed
                    ? failed
                    : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the ERP was asked", e);
        }
    }
}
