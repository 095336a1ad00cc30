package dev.interlock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.acceptance.hostile.Requests;
import dev.interlock.acceptance.hostile.Requests.Hostile;
import dev.interlock.sandbox.Options;
import dev.interlock.sandbox.seed.Seeding;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever is sent to an API, the answer is a success or a problem document that blames the
/// caller. Each API gets 10,000 requests, or what a few seconds allow; `-Dhostile.requests=10000`
/// asks for that many however long they take.
@ExtendWith(GatewayExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class HostileInputIT {
    private static final int REQUESTS = Integer.getInteger("hostile.requests", 10_000);
    private static final int AT_LEAST = Integer.getInteger("hostile.requests", 500);
    private static final Duration AT_MOST =
            Duration.ofSeconds(Integer.getInteger("hostile.seconds", 8));
    private static final int AT_ONCE = 16;
    private static final int TOO_MANY = 429;

    private final Gateway gateway;
    private final Map<String, Future<Sent>> begun = new HashMap<>();

    HostileInputIT(Gateway gateway) {
        this.gateway = gateway;
    }

    @BeforeAll
    void aPlantIsSeeded() throws IOException {
        new Seeding(
                        gateway.endpoints(),
                        InstantSource.system(),
                        new PrintStream(
                                PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                        false)
                .plant(100);
        ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor();
        apis().filter(HostileInputIT::isForSuppliers)
                .forEach(api -> begun.put(api, beside.submit(() -> sentTo(api))));
    }

    /// As `tier-api`, after the published contracts; those for suppliers last.
    static Stream<String> apis() throws IOException {
        Path contracts = Options.usual().repository().resolve("openapi/contracts");
        try (Stream<Path> files = Files.list(contracts)) {
            return files
                    .map(file -> file.getFileName().toString().replace("-v1.yaml", ""))
                    .sorted(
                            Comparator.comparing(HostileInputIT::isForSuppliers)
                                    .thenComparing(Comparator.naturalOrder()))
                    .toList()
                    .stream();
        }
    }

    /// A supplier is served only so often a second: its requests are sent while the other APIs are
    /// asked.
    private static boolean isForSuppliers(String api) {
        return api.startsWith("partner");
    }

    @ParameterizedTest
    @MethodSource("apis")
    void nothingThatIsSentIsOurFault(String api) throws Exception {
        Future<Sent> beside = begun.get(api);
        Sent sent = beside == null ? sentTo(api) : beside.get();

        System.out.printf("%s: %,d requests, %,d refused%n", api, sent.requests, sent.refused);
        assertThat(sent.unfair).isEmpty();
        assertThat(sent.refused).as("refused").isGreaterThan(sent.requests / 3);
    }

    private record Sent(int requests, int refused, List<String> unfair) {}

    private Sent sentTo(String api) {
        String tier = api.substring(0, api.indexOf('-'));
        Requests requests = requests(tier, api.substring(tier.length() + 1));
        Queue<String> unfair = new ConcurrentLinkedQueue<>();
        AtomicInteger refused = new AtomicInteger();
        long end = System.nanoTime() + AT_MOST.toNanos();
        int sent = 0;
        Semaphore free = new Semaphore(AT_ONCE);
        try (HttpClient http =
                        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
                ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (; sent < REQUESTS && (sent < AT_LEAST || System.nanoTime() < end); sent++) {
                Hostile hostile = requests.next();
                free.acquireUninterruptibly();
                senders.execute(() -> {
                    try {
                        HttpResponse<String> answer = answer(http, hostile);
                        if (answer.statusCode() >= 400) {
                            refused.incrementAndGet();
                        }
                        if (!isFair(answer)) {
                            unfair.add(
                                    answer.statusCode()
                                            + " "
                                            + answer.body()
                                            + " to "
                                            + hostile.text());
                        }
                    } finally {
                        free.release();
                    }
                });
            }
        }
        return new Sent(sent, refused.get(), List.copyOf(unfair));
    }

    private Requests requests(String tier, String api) {
        URI at =
                switch (tier) {
                    case "system" -> gateway.endpoints().systemApis();
                    case "process" -> gateway.endpoints().processApis();
                    default -> gateway.endpoints().partnerApis();
                };
        String contract =
                gateway.at(at).get("/%s/openapi/%s?format=json".formatted(tier, api)).asString();
        String client = tier.equals("partner") ? "supplier-acme" : "integration-tests";
        return new Requests(at, gateway.token(client), new JsonObject(contract), api.hashCode());
    }

    /// Who is told to come back does: what the limit keeps out has shown nothing of what is behind
    /// it.
    private static HttpResponse<String> answer(HttpClient http, Hostile hostile) {
        try {
            HttpResponse<String> answer = http.send(hostile.request(), BodyHandlers.ofString());
            while (answer.statusCode() == TOO_MANY && isProblem(answer)) {
                Patience.pause();
                answer = http.send(hostile.request(), BodyHandlers.ofString());
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(hostile.text(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean isFair(HttpResponse<String> answer) {
        int status = answer.statusCode();
        return status < 400 || (status < 500 && isProblem(answer));
    }

    private static boolean isProblem(HttpResponse<String> answer) {
        try {
            JsonObject problem = new JsonObject(answer.body());
            return answer.headers()
                            .firstValue("Content-Type")
                            .orElse("")
                            .startsWith("application/problem+json")
                    && problem.getInteger("status") == answer.statusCode()
                    && Stream.of("type", "title", "detail", "instance", "code", "correlationId")
                            .allMatch(member -> problem.getValue(member) instanceof String)
                    && problem.getValue("retryable") instanceof Boolean
                    && !answer.body().contains("Exception");
        } catch (DecodeException _) {
            return false;
        }
    }
}
