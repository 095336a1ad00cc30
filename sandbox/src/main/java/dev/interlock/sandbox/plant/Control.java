package dev.interlock.sandbox.plant;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// The plant's control port: fault switches, what the targets remember, and the lists of effects
/// and of the latest calls.
final class Control {
    private static final Set<String> FILTERS =
            Set.of("system", "plant", "operation", "effectKey", "businessKey");

    private final Map<Target, FaultyPort> ports;
    private final Effects effects;
    private final Calls calls;

    Control(Map<Target, FaultyPort> ports, Effects effects, Calls calls) {
        this.ports = ports;
        this.effects = effects;
        this.calls = calls;
    }

    Future<HttpServer> listen(Vertx vertx, int port) {
        Router router = Router.router(vertx);
        router.route().handler(BodyHandler.create(false));
        on(router, "GET", "/health", _ -> Future.succeededFuture(JsonObject.of("status", "UP")));
        on(
                router,
                "GET",
                "/effects",
                context -> Future.succeededFuture(effects.list(filters(context))));
        on(
                router,
                "DELETE",
                "/effects",
                _ -> {
                    effects.clear();
                    return Future.succeededFuture(effects.list(Map.of()));
                });
        on(router, "GET", "/calls", _ -> Future.succeededFuture(calls.list()));
        on(
                router,
                "DELETE",
                "/calls",
                _ -> {
                    calls.clear();
                    return Future.succeededFuture(calls.list());
                });
        on(router, "GET", "/faults", _ -> Future.succeededFuture(faults()));
        on(
                router,
                "PUT",
                "/faults/:target",
                context -> set(named(context), Fault.of(body(context))));
        on(router, "DELETE", "/faults/:target", context -> set(named(context), Fault.NONE));
        on(router, "DELETE", "/faults", _ -> set(List.copyOf(ports.keySet()), Fault.NONE));
        on(router, "GET", "/targets", _ -> Future.succeededFuture(targets()));
        on(
                router,
                "PUT",
                "/targets/:target",
                context -> Future.succeededFuture(remember(named(context), body(context))));
        return vertx.createHttpServer().requestHandler(router).listen(port, "127.0.0.1");
    }

    private static void on(
            Router router,
            String method,
            String path,
            Function<RoutingContext, Future<JsonObject>> work) {
        router.route(HttpMethod.valueOf(method), path)
                .handler(context -> {
                    try {
                        work.apply(context)
                                .onSuccess(json -> answer(context, 200, json))
                                .onFailure(failure ->
                                        answer(
                                                context,
                                                500,
                                                JsonObject.of(
                                                        "error",
                                                        String.valueOf(failure.getMessage()))));
                    } catch (BadControl e) {
                        answer(context, 400, JsonObject.of("error", e.getMessage()));
                    } catch (DecodeException e) {
                        answer(
                                context,
                                400,
                                JsonObject.of("error", "The body must be a JSON object."));
                    }
                });
    }

    private static void answer(RoutingContext context, int status, JsonObject json) {
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(json.toBuffer());
    }

    private static JsonObject body(RoutingContext context) {
        if (context.body().buffer() == null || context.body().length() == 0) {
            throw new BadControl("The body must be a JSON object.");
        }
        return new JsonObject(context.body().buffer());
    }

    private static Map<String, String> filters(RoutingContext context) {
        Map<String, String> wanted = new HashMap<>();
        context.queryParams()
                .forEach((name, value) -> {
                    if (!FILTERS.contains(name)) {
                        throw new BadControl(
                                "%s is no filter: use one of %s."
                                        .formatted(
                                                name,
                                                String.join(
                                                        ", ", FILTERS.stream().sorted().toList())));
                    }
                    wanted.put(name, value);
                });
        return wanted;
    }

    private List<Target> named(RoutingContext context) {
        Target named = Target.of(String.valueOf(context.pathParam("target")));
        List<Target> covered = ports.keySet().stream().filter(named::covers).toList();
        if (covered.isEmpty()) {
            throw new BadControl(
                    "There is no target %s: use MES or one of %s."
                            .formatted(
                                    named,
                                    String.join(
                                            ", ",
                                            ports.keySet().stream()
                                                    .map(Target::toString)
                                                    .toList())));
        }
        return covered;
    }

    private Future<JsonObject> set(List<Target> targets, Fault fault) {
        List<Future<Void>> settings = new ArrayList<>();
        ports.forEach((target, port) -> {
            if (targets.contains(target)) {
                settings.add(port.set(fault));
            }
        });
        return Future.all(settings).map(_ -> faults());
    }

    private JsonObject faults() {
        JsonObject json = new JsonObject();
        ports.forEach((target, port) -> json.put(target.toString(), port.fault().toJson()));
        return json;
    }

    private JsonObject remember(List<Target> targets, JsonObject body) {
        if (!(body.getValue("dedupes") instanceof Boolean dedupes) || body.size() != 1) {
            throw new BadControl("Say {\"dedupes\": true} or {\"dedupes\": false}.");
        }
        ports.forEach((target, port) -> {
            if (targets.contains(target)) {
                port.service().setDedupes(dedupes);
            }
        });
        return targets();
    }

    private JsonObject targets() {
        JsonObject json = new JsonObject();
        ports.forEach((target, port) ->
                json.put(target.toString(), JsonObject.of("dedupes", port.service().dedupes())));
        return json;
    }
}
