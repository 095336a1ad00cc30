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
import dev.interlock.sandbox.layout.Ports;
import dev.interlock.sandbox.layout.SandboxFailure;
import dev.interlock.sandbox.tier.Tuning;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// `bench read`: items read with a token from the item API, and without anything from a bare
/// handler, by turns.
public final class ReadBenchmark implements Benchmark {
    /// In the place of a tier that is not needed here stands the bare handler.
    private static final Part BARE = Part.PARTNER_APIS;

    private static final Set<Part> PARTS =
            EnumSet.of(Part.POSTGRES, Part.KEYCLOAK, Part.SYSTEM_APIS, BARE);
    private static final String PLANT = "9200";
    private static final int ITEMS = 500;
    private static final int CONNECTIONS = 16;
    private static final int WARMING_SECONDS = 45;
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
        try (Sandbox sandbox = stage.start(PARTS, tuning(stage));
                Api api = new Api(sandbox.endpoints(), InstantSource.system())) {
            prepare(api, stage.bar("preparing", ITEMS));
            requireTheSame(api, sandbox.partnerApis());
            return measure(stage, rounds, sandbox, api);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxFailure("The measurement was interrupted.", e);
        } catch (IOException e) {
            throw new SandboxFailure("The bare handler: " + e.getMessage(), e);
        }
    }

    private static Tuning tuning(Stage stage) {
        String database =
                "jdbc:postgresql://127.0.0.1:%d/%s?currentSchema=system"
                        .formatted(
                                new Ports(stage.portBase()).postgres(), DatabaseSettings.DATABASE);
        return Tuning.NONE
                .fast()
                .as(BARE, "bare-read")
                .with(BARE, "quarkus.datasource.jdbc.url", database)
                .with(BARE, "quarkus.datasource.username", "postgres")
                .with(BARE, "quarkus.datasource.password", "postgres");
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

    /// What is compared must be the same thing.
    private static void requireTheSame(Api api, URI bareAt)
            throws IOException, InterruptedException {
        String path = "/system/v1/items/" + itemId(0);
        JsonObject ours = api.get("erp", path).body();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(bareAt.resolve(path)).build();
            String theirs = http.send(request, BodyHandlers.ofString()).body();
            if (!ours.encode().equals(new JsonObject(theirs).encode())) {
                throw new SandboxFailure(
                        "The bare handler answers otherwise: %s instead of %s"
                                .formatted(theirs, ours.encode()));
            }
        }
    }

    private Result measure(Stage stage, int rounds, Sandbox sandbox, Api api)
            throws InterruptedException {
        URI tier = sandbox.systemApis();
        Reader bare = new Reader(sandbox.partnerApis(), "", ITEMS, CONNECTIONS);
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
                        "The bare handler is Quarkus and JDBC with the same settings of the JVM,"
                                + " and nothing else."));
    }

    private static Reader reader(URI tier, Api api) {
        return new Reader(tier, api.tokens().ofClient("erp"), ITEMS, CONNECTIONS);
    }
}
