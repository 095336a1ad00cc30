package dev.interlock.platform.correlation;

import io.vertx.core.Vertx;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/// The correlation of the work that this thread does: bound by a worker, or by the request being
/// served.
public final class CurrentCorrelation {
    private static final ScopedValue<Correlation> BOUND = ScopedValue.newInstance();
    private static final Object REQUEST = Correlation.class;

    private CurrentCorrelation() {}

    /// Never null: work that nobody asked for gets a correlation of its own.
    public static Correlation get() {
        if (BOUND.isBound()) {
            return BOUND.get();
        }
        var ofRequest = ofRequest();
        return ofRequest == null ? Correlation.of(null, null) : ofRequest;
    }

    /// Runs work outside a request (a worker, one branch of a fan-out) under a correlation, log
    /// lines included.
    public static <T> T with(Correlation correlation, Callable<T> work) throws Exception {
        return ScopedValue.where(BOUND, correlation)
                .call(() -> {
                    log(correlation);
                    try {
                        return work.call();
                    } finally {
                        MDC.remove("correlationId");
                        MDC.remove("traceId");
                    }
                });
    }

    static void bindToRequest(Correlation correlation) {
        Objects.requireNonNull(Vertx.currentContext(), "a request has a context")
                .putLocal(REQUEST, correlation);
        log(correlation);
    }

    private static @Nullable Correlation ofRequest() {
        var context = Vertx.currentContext();
        return context == null ? null : context.getLocal(REQUEST);
    }

    private static void log(Correlation correlation) {
        MDC.put("correlationId", correlation.id());
        MDC.put("traceId", correlation.traceId());
    }
}
