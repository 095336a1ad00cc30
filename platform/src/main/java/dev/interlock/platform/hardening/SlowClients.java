package dev.interlock.platform.hardening;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.vertx.VertxOptionsCustomizer;
import io.quarkus.vertx.http.ManagementInterface;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Closes the connection of who sends or reads so slowly that it costs us more than it costs him.
/// Quarkus only knows how long a connection may be silent, and a byte now and then is no silence.
///
/// Within `interlock.http.patience`, 20 s, the head of a request has to arrive; its body, or of a
/// file 256 KiB; and what is written has to be taken.
@ApplicationScoped
class SlowClients implements VertxOptionsCustomizer {
    static final String PATIENCE = "interlock.http.patience";
    static final Duration USUAL = Duration.ofSeconds(20);

    private static final int BEFORE_ANYTHING_ELSE = 10_000;
    private static final long PROGRESS = 256 * 1024;

    private final Duration patience;
    private final BodyLimit limit;

    SlowClients(
            @ConfigProperty(name = PATIENCE, defaultValue = "PT20S") Duration patience,
            BodyLimit limit) {
        this.patience = patience;
        this.limit = limit;
    }

    /// Netty reads it once, with the first connection of this JVM, and Vert.x makes that one.
    @Override
    public void accept(VertxOptions options) {
        System.setProperty(ChannelInitializerExtension.EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, BEFORE_ANYTHING_ELSE);
    }

    void register(@Observes ManagementInterface management) {
        management.router().route().order(-BEFORE_ANYTHING_ELSE).handler(this::watch);
    }

    private void watch(RoutingContext context) {
        if (context.request().connection() instanceof ConnectionBase connection) {
            var client = SlowClient.of(connection.channel());
            if (client != null) {
                serve(context, client, connection.channel().eventLoop());
            } else if (LaunchMode.current() == LaunchMode.NORMAL) {
                // Tests load Netty where it does not find what it should make.
                throw new IllegalStateException("Netty was not told to watch its connections");
            }
        }
        if (hasBody(context.request())) {
            watchBody(context, 0);
        }
        context.next();
    }

    private static void serve(RoutingContext context, SlowClient client, Executor loop) {
        client.headArrived();
        if (isFramed(context.request())) {
            client.trust();
        }
        context.addEndHandler(_ -> loop.execute(client::answered));
    }

    private static boolean hasBody(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || request.headers().contains(HttpHeaders.CONTENT_LENGTH);
    }

    /// Until whoever reads the body has come to its end. (A request that is paused, as every one is
    /// that a thread has read, does not say that it has ended.)
    private void watchBody(RoutingContext context, long before) {
        var request = context.request();
        Vertx vertx = context.vertx();
        var timer =
                vertx.setTimer(
                        patience.toMillis(),
                        _ -> {
                            if (!mayTakeLonger(request)
                                    || request.bytesRead() - before < PROGRESS) {
                                hangUp(request);
                            } else {
                                watchBody(context, request.bytesRead());
                            }
                        });
        request.end().onComplete(_ -> vertx.cancelTimer(timer));
        context.addEndHandler(_ -> vertx.cancelTimer(timer));
    }

    private static void hangUp(HttpServerRequest request) {
        if (isFramed(request)) {
            request.response().reset();
        } else {
            request.connection().close();
        }
    }

    private static boolean isFramed(HttpServerRequest request) {
        return request.version() == HttpVersion.HTTP_2;
    }

    private boolean mayTakeLonger(HttpServerRequest request) {
        return limit.isUpload(request.method().name(), String.valueOf(request.path()));
    }
}
