package dev.interlock.sandbox.plant;

import io.netty.channel.ChannelOption;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A service on its port, which misbehaves as it is told.
final class FaultyPort {
    private static final long STALL_MS = 60_000;

    private final Vertx vertx;
    private final int port;
    private final Service service;
    private final Function<HttpServerRequest, Calls.Watch> watching;
    private Fault fault = Fault.NONE;
    private int share;
    private @Nullable HttpServer server;

    /// `watching` sees every call before it is served.
    FaultyPort(
            Vertx vertx,
            int port,
            Service service,
            Function<HttpServerRequest, Calls.Watch> watching) {
        this.vertx = vertx;
        this.port = port;
        this.service = service;
        this.watching = watching;
    }

    Service service() {
        return service;
    }

    Fault fault() {
        return fault;
    }

    /// Returns once the port is closed or open as the fault wants it.
    Future<Void> set(Fault next) {
        fault = next;
        share = 0;
        return next.mode() == Fault.Mode.DOWN ? close() : open();
    }

    Future<Void> open() {
        if (server != null) {
            return Future.succeededFuture();
        }
        HttpServer opening =
                vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(port));
        server = opening;
        return opening.requestHandler(this::handle).listen().mapEmpty();
    }

    Future<Void> close() {
        HttpServer closing = server;
        server = null;
        return closing == null ? Future.succeededFuture() : closing.close();
    }

    private void handle(HttpServerRequest request) {
        Calls.Watch watch = watching.apply(request);
        request.body().onSuccess(body -> answer(request, body, watch));
    }

    private void answer(HttpServerRequest request, Buffer body, Calls.Watch watch) {
        Fault now = drawn();
        boolean reads = request.method().equals(HttpMethod.GET);
        switch (now.mode()) {
            case NONE, SLOW -> answerAfter(now.delayMs(), request, body, watch);
            case ERROR_500 ->
                    later(
                            now.delayMs(),
                            () ->
                                    send(
                                            request,
                                            service.error(
                                                    500, "internal", "Something went wrong.")));
            case ERROR_503 ->
                    later(
                            now.delayMs(),
                            () -> send(request, service.error(503, "overloaded", "Not now.")));
            case GARBAGE ->
                    later(
                            now.delayMs(),
                            () ->
                                    send(
                                            request,
                                            Reply.of(
                                                    200,
                                                    "text/html",
                                                    Buffer.buffer("<html>}{ it works!"))));
            case PERFORM_THEN_RESET -> performThen(request, body, _ -> reset(request));
            case PERFORM_THEN_STALL ->
                    performThen(
                            request,
                            body,
                            _ ->
                                    later(
                                            now.delayMs() == 0 ? STALL_MS : now.delayMs(),
                                            () -> reset(request)));
            case REFUSE_422 -> {
                if (reads) {
                    answerAfter(now.delayMs(), request, body, watch);
                } else {
                    later(
                            now.delayMs(),
                            () -> send(request, service.error(422, "refused", "This is refused.")));
                }
            }
            case DOWN -> reset(request);
        }
    }

    /// The fault for its share of the calls, spread evenly; no fault for the others.
    private Fault drawn() {
        share += fault.percent();
        if (share < 100) {
            return Fault.NONE;
        }
        share -= 100;
        return fault;
    }

    /// A stand-in answers so long after it was asked; what a proxy passes on takes its own time
    /// before.
    private void answerAfter(
            long delayMs, HttpServerRequest request, Buffer body, Calls.Watch watch) {
        if (service.passesOn()) {
            performThen(
                    request,
                    body,
                    reply -> {
                        watch.begin();
                        later(delayMs, () -> send(request, reply));
                    });
        } else {
            Future<Void> asked = pause(delayMs);
            performThen(request, body, reply -> asked.onSuccess(_ -> send(request, reply)));
        }
    }

    private void performThen(HttpServerRequest request, Buffer body, Consumer<Reply> then) {
        service.perform(request, body).onSuccess(then::accept).onFailure(_ -> reset(request));
    }

    private void later(long delayMs, Runnable task) {
        pause(delayMs).onSuccess(_ -> task.run());
    }

    private Future<Void> pause(long delayMs) {
        return delayMs == 0 ? Future.succeededFuture() : vertx.timer(delayMs);
    }

    private static void send(HttpServerRequest request, Reply reply) {
        if (request.response().closed()) {
            return;
        }
        request.response().setStatusCode(reply.status()).headers().addAll(reply.headers());
        if (reply.body() == null) {
            request.response().end();
        } else {
            request.response().end(reply.body());
        }
    }

    /// A real reset, not a polite end.
    private static void reset(HttpServerRequest request) {
        if (request.connection() instanceof ConnectionBase connection) {
            connection.channel().config().setOption(ChannelOption.SO_LINGER, 0);
        }
        request.connection().close();
    }
}
