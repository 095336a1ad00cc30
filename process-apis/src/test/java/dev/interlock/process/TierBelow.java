package dev.interlock.process;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A system tier for tests: performs each effect once per key, refuses lower fences, and misbehaves
/// as it is told.
public final class TierBelow implements AutoCloseable {
    /// What happens to the next calls of a path.
    public enum Mood {
        FINE,
        /// Performs, after a while.
        SLOW,
        /// 503, effect NONE.
        AWAY,
        /// 503, effect NONE, about a system behind this tier.
        AWAY_BEHIND,
        /// 503, effect UNKNOWN, although it performed.
        PERFORMED_THEN_503,
        /// 504, although it performed: a person has to look.
        PERFORMED_THEN_UNKNOWN,
        /// Performs and hangs up.
        PERFORMED_THEN_RESET,
        /// 200 with a page of somebody who stands in between; performs nothing.
        GARBAGE,
        /// 404 with such a page.
        GARBAGE_404,
        /// 403: the request was ours to make otherwise.
        DENIES,
        REFUSES,
        /// 409 wrong-state: what was asked for comes too late.
        PAST
    }

    /// One effect that was performed.
    public record Effect(String path, String key, String fence) {}

    private static final String FENCES = "/system/v1/fences/";

    private final HttpServer server;
    private final List<Effect> effects = new CopyOnWriteArrayList<>();
    private final Map<String, String> performed = new ConcurrentHashMap<>();
    private final Map<String, Long> fences = new ConcurrentHashMap<>();
    private final Map<String, List<Mood>> moods = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
    private final Map<String, String> tags = new ConcurrentHashMap<>();
    private final Map<String, String> bodies = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> reads = new ConcurrentHashMap<>();
    private final List<String> demands = new CopyOnWriteArrayList<>();
    private final Map<String, String> traces = new ConcurrentHashMap<>();
    private volatile boolean readsAreAway;

    public TierBelow() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public List<Effect> effects() {
        return List.copyOf(effects);
    }

    public List<String> paths() {
        return effects.stream().map(Effect::path).toList();
    }

    public void next(String path, Mood... inTurn) {
        moods.put(path, new ArrayList<>(List.of(inTurn)));
    }

    public void reset() {
        effects.clear();
        performed.clear();
        moods.clear();
        calls.clear();
        reads.clear();
        tags.clear();
        bodies.clear();
        demands.clear();
        traces.clear();
        readsAreAway = false;
    }

    /// How often an effect was asked for at a path, performed or not.
    public int calls(String path) {
        var count = calls.get(path);
        return count == null ? 0 : count.get();
    }

    /// How often a path was read.
    public int reads(String path) {
        return reads.getOrDefault(path, new AtomicInteger()).get();
    }

    /// Whoever reads the path finds something with this ETag.
    public void stands(String path, String tag) {
        tags.put(path, tag);
    }

    /// Whoever reads the path is answered this.
    public void says(String path, String body) {
        bodies.put(path, body);
    }

    /// The path and the If-Match of every effect that was asked for.
    public List<String> demands() {
        return List.copyOf(demands);
    }

    /// The trace in which an effect was last asked for at each path.
    public Map<String, String> traces() {
        return Map.copyOf(traces);
    }

    public void answersNoReads() {
        readsAreAway = true;
    }

    private synchronized Mood mood(String path) {
        var left = moods.get(path);
        return left == null || left.isEmpty()
                ? Mood.FINE
                : left.size() == 1 ? left.getFirst() : left.removeFirst();
    }

    private void serve(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (path.startsWith(FENCES)) {
            fences.merge(
                    path.substring(FENCES.length()),
                    Long.parseLong(body.replaceAll("[^0-9]", "")),
                    Math::max);
            answer(exchange, 200, "{}");
            return;
        }
        if (path.endsWith("/token")) {
            answer(
                    exchange,
                    200,
                    "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":300}");
            return;
        }
        if (exchange.getRequestMethod().equals("GET")) {
            reads.computeIfAbsent(path, _ -> new AtomicInteger()).incrementAndGet();
            var tag = tags.get(path);
            var said = bodies.get(path);
            if (readsAreAway) {
                answer(exchange, 503, problem("target-unavailable", "NONE"));
            } else if (said != null) {
                answer(exchange, 200, said);
            } else if (tag != null) {
                exchange.getResponseHeaders().add("ETag", tag);
                answer(exchange, 200, "{}");
            } else {
                answer(exchange, 404, problem("not-found", null));
            }
            return;
        }
        var key = header(exchange, "Idempotency-Key");
        var fence = header(exchange, "Interlock-Fence").split(";", 2);
        if (fence.length == 2
                && fences.merge(fence[0], Long.parseLong(fence[1]), Math::max)
                        > Long.parseLong(fence[1])) {
            answer(exchange, 409, problem("fenced", null));
            return;
        }
        calls.computeIfAbsent(path, _ -> new AtomicInteger()).incrementAndGet();
        traces.put(path, header(exchange, "traceparent").replaceAll("^00-([0-9a-f]+)-.*", "$1"));
        demands.add(path + " " + header(exchange, "If-Match"));
        if (tags.containsKey(path) && header(exchange, "If-Match").isEmpty()) {
            answer(exchange, 428, problem("precondition-required", null));
            return;
        }
        var mood = mood(path);
        switch (mood) {
            case AWAY -> answer(exchange, 503, problem("target-unavailable", "NONE"));
            case AWAY_BEHIND ->
                    answer(
                            exchange,
                            503,
                            "{\"code\":\"target-unavailable\",\"detail\":\"MES cannot be reached"
                                    + " now.\",\"effect\":\"NONE\",\"system\":\"BEHIND\"}");
            case GARBAGE -> answer(exchange, 200, "<html>it works!</html>");
            case GARBAGE_404 -> answer(exchange, 404, "<html>no such site</html>");
            case REFUSES ->
                    answer(
                            exchange,
                            422,
                            "{\"code\":\"unprocessable\",\"detail\":\"told to\","
                                    + "\"violations\":[{\"pointer\":\"/name\"}]}");
            case PAST -> answer(exchange, 409, problem("wrong-state", null));
            case DENIES -> answer(exchange, 403, problem("insufficient-scope", null));
            case SLOW -> {
                takeAWhile();
                perform(exchange, path, key, mood);
            }
            case FINE, PERFORMED_THEN_503, PERFORMED_THEN_UNKNOWN, PERFORMED_THEN_RESET ->
                    perform(exchange, path, key, mood);
        }
    }

    private static void takeAWhile() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(800);
        } catch (InterruptedException e) {
            throw new InterruptedIOException("the tier below was stopped");
        }
    }

    private void perform(HttpExchange exchange, String path, String key, Mood mood)
            throws IOException {
        var first = performed.putIfAbsent(key, path) == null;
        if (first) {
            effects.add(new Effect(path, key, header(exchange, "Interlock-Fence")));
        }
        if (mood == Mood.PERFORMED_THEN_RESET) {
            exchange.close();
        } else if (mood == Mood.PERFORMED_THEN_503) {
            answer(exchange, 503, problem("target-unavailable", "UNKNOWN"));
        } else if (mood == Mood.PERFORMED_THEN_UNKNOWN) {
            answer(exchange, 504, problem("outcome-unknown", "UNKNOWN"));
        } else {
            exchange.getResponseHeaders()
                    .add("Location", path + "/made-" + key.substring(key.lastIndexOf('.') + 1));
            answer(exchange, first ? 201 : 200, "{}");
        }
    }

    private static String header(HttpExchange exchange, String name) {
        var value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    private static String problem(String code, @Nullable String effect) {
        return "{\"code\":\""
                + code
                + "\",\"detail\":\"told to\""
                + (effect == null ? "" : ",\"effect\":\"" + effect + "\"")
                + "}";
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
