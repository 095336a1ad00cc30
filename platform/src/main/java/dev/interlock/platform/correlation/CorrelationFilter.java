package dev.interlock.platform.correlation;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Takes the correlation in and echoes it, before anything else looks at the request.
@ApplicationScoped
class CorrelationFilter {
    private static final int FIRST = 10_000;

    void register(@Observes Filters filters) {
        filters.register(CorrelationFilter::bind, FIRST);
    }

    private static void bind(RoutingContext context) {
        var headers = context.request().headers();
        var correlation =
                Correlation.of(
                        headers.get(Correlation.HEADER), headers.get(Correlation.TRACEPARENT));
        CurrentCorrelation.bindToRequest(correlation);
        context.response()
                .putHeader(Correlation.HEADER, correlation.id())
                .putHeader(Correlation.TRACEPARENT, correlation.traceparent());
        context.next();
    }
}
