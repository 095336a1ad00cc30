package dev.interlock.benchmark.read;

import dev.interlock.benchmark.stage.Arguments;
import dev.interlock.benchmark.stage.Bar;
import dev.interlock.benchmark.stage.Benchmark;
import dev.interlock.benchmark.stage.Measure;
import dev.interlock.benchmark.stage.Result;
import dev.interlock.benchmark.stage.Stage;
import dev.interlock.benchmark.stage.Times;
import dev.interlock.sandbox.Sandbox;
import dev.interlock.sandbox.api.Api;
import dev.interlock.sandbox.api.Exchange;
import dev.interlock.sandbox.layout.DatabaseSettings;
import dev.interlock.sandbox.layout.Part;
import dev.interlock.sandbox.layout.SandboxFailure;
import dev.interlock.sandbox.tier.Tuning;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// `bench read`: items read with a token from the item API, and without anything from a bare
/// handler, by turns.
public final class ReadBenchmark implements Benchmark {
    private static final Set<Part> PARTS =
            EnumSet.of(Part.POSTGRES, Part.KEYCLOAK, Part.SYSTEM_APIS);
    private static final String PLANT = "9200";
    private static final int ITEMS = 500;
    private static final int CONNECTIONS = 16;
    private static final int WARMING_SECONDS = 10;
    private static final int ROUND_SECONDS = 4;

    @Override
    public String name() {
        return "read";
    }

    @Override
    public String line() {
        return "an authenticated item read against a bare handler on the same database (--rounds"
                + " N)";
    }

    @Override
    public Result run(Stage stage, Arguments arguments) {
        int rounds = arguments.number("--rounds", 8);
        arguments.end();
        try (Sandbox sandbox = stage.start(PARTS, Tuning.NONE.fast());
                Api api = new Api(sandbox.endpoints(), InstantSource.system())) {
            prepare(api, stage.bar("preparing", ITEMS));
            int port = freePort();
            Process bare = startBare(port, sandbox.ports().postgres());
            try {
                URI bareAt = URI.create("http://127.0.0.1:" + port);
                requireTheSame(api, bareAt);
                return measure(stage, rounds, sandbox.systemApis(), bareAt, api);
            } finally {
                bare.destroy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxFailure("The measurement was interrupted.", e);
        } catch (IOException e) {
            throw new SandboxFailure("The bare handler: " + e.getMessage(), e);
        }
    }

    static String itemId(int n) {
        return "READ-" + n;
    }

    private static void prepare(Api api, Bar bar) {
        put(api, "plants/" + PLANT, JsonObject.of("name", "Read", "timeZone", "Europe/Berlin"));
        for (int n = 0; n < ITEMS; n++) {
            put(
                    api,
                    "items/" + itemId(n),
                    JsonObject.of("description", "Part " + n, "type", "COMPONENT")
                            .put("baseUnit", "EA")
                            .put("makeOrBuy", "BUY")
                            .put("usageStatus", "ACTIVE")
                            .put("batchManaged", false)
                            .put("serialManaged", false)
                            .put(
                                    "plants",
                                    JsonArray.of(
                                            JsonObject.of("plant", PLANT, "leadTimeDays", 5)
                                                    .put("procurement", "EXTERNAL")
                                                    .put("supplyLocation", "MAIN"))));
            put(
                    api,
                    "items/%s/revisions/A".formatted(itemId(n)),
                    JsonObject.of("status", "RELEASED", "attributes", new JsonObject())
                            .put("effectivity", JsonObject.of("kind", "DATE", "from", "2024-01-01"))
                            .put("specificationUrls", new JsonArray()));
            bar.show(n + 1);
        }
    }

    private static void put(Api api, String path, JsonObject body) {
        Exchange answer = api.send("erp", "PUT", "/system/v1/" + path, body, Map.of());
        if (!answer.succeeded()) {
            throw new SandboxFailure(answer.problem());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /// With as many connections as the tier's pool has, and a JVM that is told the same.
    private static Process startBare(int port, int postgres) throws IOException {
        String database =
                "jdbc:postgresql://127.0.0.1:%d/%s?user=postgres&currentSchema=system"
                        .formatted(postgres, DatabaseSettings.DATABASE);
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xms32m",
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareHandler.class.getName(),
                        String.valueOf(port),
                        database,
                        "20")
                .inheritIO()
                .start();
    }

    /// What is compared must be the same thing.
    private static void requireTheSame(Api api, URI bareAt)
            throws IOException, InterruptedException {
        String path = "/system/v1/items/" + itemId(0);
        JsonObject ours = api.get("erp", path).body();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(bareAt.resolve(path)).build();
            for (int tries = 0; ; tries++) {
                try {
                    String theirs = http.send(request, BodyHandlers.ofString()).body();
                    if (!ours.encode().equals(new JsonObject(theirs).encode())) {
                        throw new SandboxFailure(
                                "The bare handler answers otherwise: %s instead of %s"
                                        .formatted(theirs, ours.encode()));
                    }
                    return;
                } catch (IOException e) {
                    if (tries == 100) {
                        throw e;
                    }
                    Thread.sleep(100);
                }
            }
        }
    }

    private Result measure(Stage stage, int rounds, URI tier, URI bareAt, Api api)
            throws InterruptedException {
        Reader bare = new Reader(bareAt, "", ITEMS, CONNECTIONS);
        bare.run(WARMING_SECONDS);
        reader(tier, api).run(WARMING_SECONDS);
        List<Double> ratios = new ArrayList<>();
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        Bar bar = stage.bar("reading", rounds);
        for (int round = 1; round <= rounds; round++) {
            double without = bare.run(ROUND_SECONDS);
            double with = reader(tier, api).run(ROUND_SECONDS);
            ratios.add(with / without);
            ours.add(with);
            theirs.add(without);
            bar.show(round);
        }
        Times ratio = new Times(ratios);
        return new Result(
                name(),
                "Item reads with a token, %d connections".formatted(CONNECTIONS),
                List.of(
                        Measure.atLeast(
                                "reads with a token ÷ reads from the bare handler",
                                ratio.median(),
                                0.8),
                        Measure.shown("the same, worst round", ratio.percentile(0)),
                        Measure.shown("the same, best round", ratio.percentile(100))),
                List.of(
                        "%,.0f/s with a token, %,.0f/s bare; %d rounds of %d s each by turns"
                                .formatted(
                                        new Times(ours).median(),
                                        new Times(theirs).median(),
                                        rounds,
                                        ROUND_SECONDS),
                        "The bare handler is Vert.x and JDBC without Quarkus, so what Quarkus costs"
                                + " is counted against us."));
    }

    private static Reader reader(URI tier, Api api) {
        return new Reader(tier, api.tokens().ofClient("erp"), ITEMS, CONNECTIONS);
    }
}
