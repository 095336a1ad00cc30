package dev.interlock.acceptance;

import static io.restassured.RestAssured.given;

import dev.interlock.benchmark.stage.Books;
import dev.interlock.sandbox.Options;
import dev.interlock.sandbox.Sandbox;
import dev.interlock.sandbox.api.Endpoints;
import dev.interlock.sandbox.api.Tokens;
import dev.interlock.sandbox.layout.Part;
import dev.interlock.sandbox.layout.Ports;
import dev.interlock.sandbox.layout.SandboxFailure;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/// The running gateway: requests to each tier with real tokens, and the parts that can be ended and
/// started.
final class Gateway implements AutoCloseable {
    private static final int TRIES = 50;
    private static final int KEYCLOAK_CONNECTIONS = 20;

    /// Started so often that writing their start down is worth its time.
    private static final List<Part> OFTEN_KILLED = List.of(Part.SYSTEM_APIS, Part.PROCESS_APIS);

    private final Sandbox sandbox;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Tokens tokens;
    private final Plant plant;

    private Gateway(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.tokens = new Tokens(sandbox.endpoints().tokens(), http, InstantSource.system());
        this.plant = new Plant(sandbox.plant());
    }

    /// With a state of its own under `target`, where its logs stay, and on ports of its own.
    static Gateway start() {
        Options usual = Options.usual();
        Sandbox sandbox =
                Sandbox.start(
                        usual.withState(usual.repository().resolve("acceptance/target/stack"))
                                .withFresh(true)
                                .withPortBase(freePorts()));
        SideBySide.forEach(
                OFTEN_KILLED.stream().filter(part -> !sandbox.startCache(part).stands()).toList(),
                sandbox::writeDownStart);
        return new Gateway(sandbox);
    }

    /// Below the ports that the operating system gives to whoever asks for any.
    private static int freePorts() {
        SandboxFailure busy = new SandboxFailure("No ports are free for the acceptance tests.");
        for (int i = 0; i < TRIES; i++) {
            Ports ports = new Ports(ThreadLocalRandom.current().nextInt(100, 310) * 100);
            try {
                Part.all().forEach(ports::requireFree);
                return ports.base();
            } catch (SandboxFailure e) {
                busy = e;
            }
        }
        throw busy;
    }

    RequestSpecification system(String client) {
        return at(sandbox.systemApis(), client);
    }

    RequestSpecification process(String client) {
        return at(sandbox.processApis(), client);
    }

    RequestSpecification partner(String client) {
        return at(sandbox.partnerApis(), client);
    }

    RequestSpecification portal() {
        return given().baseUri(sandbox.portal().toString());
    }

    private RequestSpecification at(URI tier, String client) {
        return at(tier).auth().preemptive().oauth2(tokens.ofClient(client));
    }

    /// Without a token.
    RequestSpecification at(URI tier) {
        return given().baseUri(tier.toString()).contentType(ContentType.JSON);
    }

    String token(String client) {
        return tokens.ofClient(client);
    }

    String tokenOfPerson(String name) {
        return tokens.ofPerson(name);
    }

    /// Of Keycloak itself.
    String tokenOfAdministrator() {
        return given().formParam("grant_type", "password")
                .formParam("client_id", "admin-cli")
                .formParam("username", "admin")
                .formParam("password", "admin")
                .post(endpoints().keycloak() + "/realms/master/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    Endpoints endpoints() {
        return sandbox.endpoints();
    }

    Ports ports() {
        return sandbox.ports();
    }

    Plant plant() {
        return plant;
    }

    /// What runs it: for the crash harness, which kills more than one part.
    Sandbox sandbox() {
        return sandbox;
    }

    static String newKey() {
        return "acceptance-" + UUID.randomUUID();
    }

    /// As a power failure would.
    void kill(Part part) {
        sandbox.kill(part);
    }

    /// As if the part had died long ago: nobody waits any more for the leases on what it was at.
    void endLeasesOfDead(Part part) {
        try (Books books = Books.open(ports().postgres())) {
            books.execute(
                    switch (part) {
                        case PROCESS_APIS ->
                                """
                                UPDATE process.run SET lease_until = clock_timestamp() WHERE open;
                                UPDATE process.release_batch SET lease_until = clock_timestamp() WHERE ended_at IS NULL
                                """;
                        case SYSTEM_APIS ->
                                "UPDATE system.idempotency SET lease_until = clock_timestamp()"
                                        + " WHERE state = 'OPEN'";
                        default -> throw new IllegalArgumentException(part.id());
                    });
        }
    }

    /// The polite way: it finishes what it serves.
    void stop(Part part) {
        sandbox.stop(part);
    }

    void start(Part part) {
        sandbox.start(part);
        if (part == Part.POSTGRES) {
            awaitKeycloak();
        }
    }

    /// Keycloak lives on the same database: each of its connections that broke costs whoever meets
    /// it a token.
    void awaitKeycloak() {
        Patience.await(
                "tokens for everybody who asks at once",
                Duration.ofSeconds(60),
                this::keycloakServesEverybody);
    }

    private boolean keycloakServesEverybody() {
        List<Future<Integer>> asked;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            asked =
                    IntStream.range(0, KEYCLOAK_CONNECTIONS)
                            .mapToObj(_ -> threads.submit(this::tokenAnswer))
                            .toList();
        }
        return asked.stream()
                .allMatch(one -> one.state() == Future.State.SUCCESS && one.resultNow() == 200);
    }

    private int tokenAnswer() {
        return given().auth()
                .preemptive()
                .basic("erp", "erp-secret")
                .formParam("grant_type", "client_credentials")
                .post(sandbox.endpoints().tokens())
                .statusCode();
    }

    /// Starts a part anew with a setting of its own, and later ones so too until another is named.
    void startAnew(Part part, String setting, String value) {
        sandbox.tune(sandbox.options().tuning().with(part, setting, value));
        sandbox.stop(part);
        sandbox.start(part);
    }

    /// As it runs usually.
    void startAnew(Part part) {
        sandbox.tune(sandbox.options().tuning());
        sandbox.stop(part);
        sandbox.start(part);
    }

    /// Everything runs, and the plant behaves.
    void mend() {
        plant.mend();
        Part.all().stream().filter(part -> !sandbox.runs(part)).forEach(sandbox::start);
    }

    @Override
    public void close() {
        http.close();
        sandbox.close();
    }
}
