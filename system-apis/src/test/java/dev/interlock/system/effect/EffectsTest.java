package dev.interlock.system.effect;

import static dev.interlock.system.effect.BenchCalls.fenced;
import static dev.interlock.system.effect.BenchCalls.key;
import static dev.interlock.system.effect.BenchCalls.keyed;
import static dev.interlock.system.effect.BenchCalls.part;
import static dev.interlock.system.effect.BenchCalls.turn;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import dev.interlock.system.PostgresForTests;
import dev.interlock.system.effect.Bench.Robot.Mood;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestSecurity(user = "process-apis")
@OidcSecurity(claims = @Claim(key = "azp", value = "process-apis"))
class EffectsTest {
    @Inject Bench bench;
    @Inject Jdbi jdbi;
    @Inject RetentionSweep sweep;

    @BeforeEach
    void calmDown() {
        bench.robot.mood = Mood.WELL;
        bench.robot.parks = false;
        bench.robot.welds.set(0);
    }

    @Test
    void answersARepeatedRequestWithTheSameBytes() {
        var key = key();

        var first = turn(key, "shaft-1");
        var again = turn("\"" + key + "\"", "shaft-1");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        for (var header : new String[] {"Location", "ETag", "Content-Type", "Content-Length"}) {
            assertThat(again.header(header)).isNotNull().isEqualTo(first.header(header));
        }
    }

    @Test
    void forgetsAnswersAndFencesAfterThirtyDays() {
        var old = key();
        var young = key();
        turn(old, "pin-1");
        turn(young, "pin-2");
        age("idempotency", "created_at", "key", old, 31);
        age("idempotency", "created_at", "key", young, 29);
        age("fence", "seen_at", "run", "part-pin-1", 31);
        age("fence", "seen_at", "run", "part-pin-2", 29);

        sweep.sweep();

        assertThat(fences("part-pin-1")).isZero();
        assertThat(fences("part-pin-2")).isEqualTo(1);
        assertThat(turn(old, "pin-1").header("Idempotency-Replayed")).isNull();
        assertThat(turn(young, "pin-2").header("Idempotency-Replayed")).isEqualTo("true");
    }

    private void age(String table, String instant, String column, String value, int days) {
        jdbi.useHandle(h ->
                h.createUpdate(
                                "UPDATE <table> SET <instant> = <instant> - make_interval(days =>"
                                        + " :days) WHERE <column> = :value")
                        .define("table", table)
                        .define("instant", instant)
                        .define("column", column)
                        .bind("days", days)
                        .bind("value", value)
                        .execute());
    }

    private int fences(String run) {
        return jdbi.withHandle(h ->
                h.createQuery("SELECT count(*) FROM fence WHERE run = :run")
                        .bind("run", run)
                        .mapTo(Integer.class)
                        .one());
    }

    @Test
    void refusesAKeyThatComesBackWithAnotherRequest() {
        var key = key();
        turn(key, "shaft-2");

        turn(key, "shaft-3").then().statusCode(422).body("code", is("idempotency-key-reused"));
    }

    @Test
    void needsOneWellFormedKeyForAPost() {
        given().contentType("application/json")
                .body(part("a"))
                .post("/system/v1/bench/parts")
                .then()
                .statusCode(400)
                .body("code", is("idempotency-key-invalid"));
        turn("short", "a").then().statusCode(400).body("code", is("idempotency-key-invalid"));
        keyed(key())
                .header("Idempotency-Key", key())
                .body(part("a"))
                .post("/system/v1/bench/parts")
                .then()
                .statusCode(400);
        given().contentType("application/json")
                .body(part("a"))
                .put("/system/v1/bench/parts/a")
                .then()
                .statusCode(200)
                .header("ETag", is("\"2\""));
    }

    @Test
    void forgetsARefusal() {
        var key = key();

        turn(key, "none").then().statusCode(404);

        assertThat(rows(key)).isZero();
    }

    @Test
    void makesOnePartForFiftyRacers() throws Exception {
        var key = key();
        var before = bench.turned.get();
        Callable<Integer> racer = () -> turn(key, "shaft-50").statusCode();

        try (var racers = Executors.newVirtualThreadPerTaskExecutor()) {
            var codes = racers.invokeAll(IntStream.range(0, 50).mapToObj(_ -> racer).toList());
            for (var code : codes) {
                assertThat(code.get()).isIn(201, 409);
            }
        }

        assertThat(bench.turned.get() - before).isEqualTo(1);
        turn(key, "shaft-50").then().statusCode(201).header("Idempotency-Replayed", "true");
    }

    @Test
    void writersWithoutAKeyDoNotHinderEachOther() throws Exception {
        Callable<Integer> writer =
                () ->
                        given().contentType("application/json")
                                .body(part("b"))
                                .put("/system/v1/bench/parts/b")
                                .statusCode();

        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            var codes = writers.invokeAll(IntStream.range(0, 50).mapToObj(_ -> writer).toList());
            for (var code : codes) {
                assertThat(code.get()).isEqualTo(200);
            }
        }
    }

    @Test
    void refusesAWorkerThatHasBeenReplaced() {
        var run = UUID.randomUUID().toString();

        fenced(run, 7).body(part("f1")).post("/system/v1/bench/parts").then().statusCode(201);
        fenced(run, 7).body(part("f2")).post("/system/v1/bench/parts").then().statusCode(201);
        given().contentType("application/json")
                .body("{\"fence\": 9}")
                .put("/system/v1/fences/" + run)
                .then()
                .statusCode(204);
        fenced(run, 7)
                .body(part("f3"))
                .post("/system/v1/bench/parts")
                .then()
                .statusCode(409)
                .body("code", is("fenced"));
        given().contentType("application/json")
                .body("{\"fence\": 8}")
                .put("/system/v1/fences/" + run)
                .then()
                .statusCode(409)
                .body("code", is("fenced"));
        fenced("x y", 7).body(part("f4")).post("/system/v1/bench/parts").then().statusCode(400);
    }

    /// The newer worker was refused; the older one wakes all the same.
    @Test
    void aRefusalDoesNotForgetWhoAskedLast() {
        var run = UUID.randomUUID().toString();

        fenced(run, 6).body(part("h0")).post("/system/v1/bench/parts").then().statusCode(201);
        fenced(run, 7).body(part("none")).post("/system/v1/bench/parts").then().statusCode(404);
        fenced(run, 6)
                .body(part("h1"))
                .post("/system/v1/bench/parts")
                .then()
                .statusCode(409)
                .body("code", is("fenced"));
    }

    @Test
    @TestSecurity(user = "erp")
    @OidcSecurity(claims = @Claim(key = "azp", value = "erp"))
    void ignoresTheFenceOfAnyoneElse() {
        fenced("any", 3).body(part("g1")).post("/system/v1/bench/parts").then().statusCode(201);
        fenced("any", 2).body(part("g2")).post("/system/v1/bench/parts").then().statusCode(201);
        given().contentType("application/json")
                .body("{\"fence\": 9}")
                .put("/system/v1/fences/any")
                .then()
                .statusCode(403);
    }

    private int rows(String key) {
        return jdbi.withHandle(handle ->
                handle.createQuery("SELECT count(*) FROM idempotency WHERE key = :key")
                        .bind("key", key)
                        .mapTo(Integer.class)
                        .one());
    }
}
