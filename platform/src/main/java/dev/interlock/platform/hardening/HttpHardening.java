package dev.interlock.platform.hardening;

import dev.interlock.platform.json.StrictJson;
import dev.interlock.platform.problem.GatewayException;
import dev.interlock.platform.problem.GatewayException.InvalidRequest;
import dev.interlock.platform.problem.GatewayException.Rejected;
import dev.interlock.platform.problem.Problem;
import dev.interlock.platform.problem.ProblemType;
import dev.interlock.platform.problem.Problems;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/// What must be decided before a request reaches a resource: security headers, sizes, characters
/// that no path may have.
@ApplicationScoped
class HttpHardening {
    private static final Logger LOG = Logger.getLogger(HttpHardening.class);
    private static final int AFTER_CORRELATION = 9_000;

    private static final Pattern BROKEN_TOKEN =
            Pattern.compile("(?i)bearer\\s+(?=.*\\.)\\.*[^.\\s]*\\.*\\s*");

    private final BodyLimit limit;

    HttpHardening(BodyLimit limit) {
        this.limit = limit;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, AFTER_CORRELATION);
    }

    /// What fails outside any resource still answers with a problem document.
    void catchFailures(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(HttpHardening::failed);
    }

    private void check(RoutingContext context) {
        context.response()
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Cache-Control", "no-store");
        forgetBrokenToken(context.request());
        var uri = context.request().uri().toLowerCase(Locale.ROOT);
        if (uri.contains("%00") || uri.indexOf('\\') >= 0) {
            write(
                    context,
                    new InvalidRequest(
                            "",
                            "uri",
                            "The address has a character that nothing here is named by."));
        } else {
            limited(context);
        }
    }

    private void limited(RoutingContext context) {
        var request = context.request();
        try {
            limit.check(
                    request.method().name(),
                    String.valueOf(request.path()),
                    contentLength(context));
        } catch (Rejected tooLarge) {
            context.response().putHeader("Connection", "close");
            write(context, tooLarge);
            return;
        }
        context.next();
    }

    /// Dots around at most one part are no token: quarkus-oidc would fail on them.
    private static void forgetBrokenToken(HttpServerRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && !hasParts(header) && BROKEN_TOKEN.matcher(header).matches()) {
            request.headers().remove(HttpHeaders.AUTHORIZATION);
        }
    }

    /// As every real token has: the expression need not look at it.
    private static boolean hasParts(String header) {
        var dot = header.indexOf('.');
        return dot > 0
                && dot + 1 < header.length()
                && isOfPart(header.charAt(dot - 1))
                && isOfPart(header.charAt(dot + 1));
    }

    private static boolean isOfPart(char c) {
        return c != '.' && !Character.isWhitespace(c);
    }

    private static long contentLength(RoutingContext context) {
        var length = context.request().getHeader("Content-Length");
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private static void failed(RoutingContext context) {
        if (context.response().headWritten()) {
            context.response().reset();
        } else if (context.failure() instanceof GatewayException stopped) {
            write(context, stopped);
        } else {
            context.next();
        }
    }

    private static void write(RoutingContext context, GatewayException stopped) {
        write(context, Problems.of(stopped, String.valueOf(context.request().path())));
    }

    private static void write(RoutingContext context, Problem problem) {
        try {
            context.response()
                    .setStatusCode(problem.status())
                    .putHeader("Content-Type", Problem.MEDIA_TYPE)
                    .end(Buffer.buffer(StrictJson.mapper().writeValueAsBytes(problem)));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            LOG.errorf(e, "A problem document could not be written: %s", ProblemType.INTERNAL);
            context.response().setStatusCode(500).end();
        }
    }
}
