package dev.interlock.process.releasebatch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import dev.interlock.process.Workbench;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestSecurity(user = "erp", permissions = "release:check")
@SuppressWarnings("NullAway.Init")
class ReleaseBatchesTest extends Workbench {
    private static final String BATCHES = "/process/v1/release-checks/batches";
    private static final Map<String, String> DAY =
            Map.of("plant", "1000", "plannedStart", "2999-01-01");

    @Inject BatchSweep sweep;

    @BeforeEach
    void twentyOrdersAreToStart() {
        below.says("/system/v1/plants/1000", "{\"plant\": \"1000\"}");
        below.says(
                "/system/v1/production-orders",
                IntStream.range(0, 20)
                        .mapToObj(i -> order("2000%02d".formatted(i)))
                        .collect(Collectors.joining(",", "{\"items\": [", "]}")));
        IntStream.range(0, 19)
                .mapToObj("2000%02d"::formatted)
                .forEach(number ->
                        below.says(
                                "/system/v1/production-orders/" + number + "/dossier",
                                "{\"order\": %s}".formatted(order(number))));
    }

    private static String order(String number) {
        return """
        {"orderNumber": "%s", "orderType": "STANDARD", "plant": "1000", "itemId": "GB-4711", "revision": "B",
         "quantity": {"value": "5", "unit": "EA"}, "plannedStart": "2999-01-01", "plannedEnd": "2999-01-02",
         "lifecycle": "CREATED", "flags": [], "components": [], "operations": [], "version": 3}
        """
                .formatted(number);
    }

    @Test
    void everyOrderOfTheDayGetsItsLine() throws InterruptedException {
        var location =
                begin(UUID.randomUUID().toString(), DAY)
                        .statusCode(202)
                        .body("total", equalTo(20))
                        .body("done", equalTo(0))
                        .extract()
                        .header("Location");

        awaitEnd(location)
                .body("done", equalTo(20))
                .body("lines", hasSize(20))
                .body("lines.decision", everyItem(equalTo("BLOCKED")))
                .body("lines.checkedAt", everyItem(notNullValue()))
                .body("lines[0].failed.check", hasItem("bom-valid"))
                .body("lines[19].failed.detail", hasItem("ERP no longer knows the order 200019."));
    }

    @Test
    void aBatchIsForgottenThirtyDaysAfterItsEnd() throws InterruptedException {
        var old = begin(UUID.randomUUID().toString(), DAY).extract().header("Location");
        var young = begin(UUID.randomUUID().toString(), DAY).extract().header("Location");
        age(old, 31);
        age(young, 29);

        sweep.sweep();

        given().get(old).then().statusCode(404);
        given().get(young).then().statusCode(200).body("lines", hasSize(20));
    }

    private void age(String location, int days) throws InterruptedException {
        awaitEnd(location);
        jdbi.useHandle(h ->
                h.execute(
                        "UPDATE release_batch SET ended_at = ended_at - make_interval(days => ?)"
                                + " WHERE id = ?",
                        days,
                        location.substring(location.lastIndexOf('/') + 1)));
    }

    @Test
    void theSameRequestIsTheSameBatch() {
        var key = UUID.randomUUID().toString();
        var first = begin(key, DAY).statusCode(202).extract();

        var again =
                begin(key, DAY)
                        .statusCode(202)
                        .header("Idempotency-Replayed", "true")
                        .header("Location", first.header("Location"))
                        .extract();
        begin(key, Map.of("plant", "1000", "plannedStart", "2999-01-02"))
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));

        assertThat(again.asString()).isEqualTo(first.asString());
    }

    /// As if the replica that began it had died after some orders.
    @Test
    void aBatchThatNobodyWorksOnIsFinishedByWhoeverLooks() throws InterruptedException {
        var id = UUID.randomUUID().toString();
        jdbi.useHandle(handle -> {
            handle.execute(
                    """
                    INSERT INTO release_batch (id, client, key, fingerprint, actor, correlation_id, plant, planned_start, lease_until)
                    VALUES (?, 'erp', ?, 'f', 'erp', 'c', '1000', '2999-01-01', clock_timestamp() - interval '1 s')
                    """,
                    id,
                    id);
            handle.execute(
                    """
                    INSERT INTO release_batch_line (batch_id, order_number, decision, failed, checked_at)
                    VALUES (?, '200001', 'RELEASABLE', '[]', clock_timestamp()), (?, '200002', NULL, NULL, NULL)
                    """,
                    id,
                    id);
        });

        awaitEnd(BATCHES + "/" + id)
                .body("lines[0].decision", equalTo("RELEASABLE"))
                .body("lines[1].decision", equalTo("BLOCKED"));
    }

    @Test
    void whoCannotBeAskedLeavesOrdersUnanswered() throws InterruptedException {
        var location =
                begin(UUID.randomUUID().toString(), DAY)
                        .statusCode(202)
                        .extract()
                        .header("Location");
        awaitEnd(location);
        below.answersNoReads();

        begin(UUID.randomUUID().toString(), DAY).statusCode(503);
    }

    @Test
    void anOrderThatCannotBeReadSaysWhoDidNotAnswer() throws InterruptedException {
        below.says("/system/v1/production-orders/200019/dossier", "<html>it works!</html>");

        var location =
                begin(UUID.randomUUID().toString(), DAY)
                        .statusCode(202)
                        .extract()
                        .header("Location");

        awaitEnd(location)
                .body("lines[19].decision", equalTo("UNANSWERED"))
                .body("lines[19].failed", hasSize(1))
                .body("lines[19].failed[0].outcome", equalTo("UNANSWERED"))
                .body("lines[19].failed[0].system", equalTo("ERP"))
                .body(
                        "lines[19].failed[0].detail",
                        equalTo("ERP gave an answer that makes no sense."));
    }

    @Test
    void aDayWithoutOrdersEndsAtOnce() throws InterruptedException {
        below.says("/system/v1/production-orders", "{\"items\": []}");

        var location =
                begin(UUID.randomUUID().toString(), DAY)
                        .statusCode(202)
                        .extract()
                        .header("Location");

        awaitEnd(location).body("total", equalTo(0));
    }

    @Test
    @TestSecurity(user = "mes-2000", permissions = "release:check")
    @OidcSecurity(claims = @Claim(key = "plants", value = "2000"))
    void anotherPlantsDayIsAnsweredLikeOneThatNobodyKnows() {
        for (var plant : new String[] {"1000", "9999"}) {
            begin(
                            UUID.randomUUID().toString(),
                            Map.of("plant", plant, "plannedStart", "2999-01-01"))
                    .statusCode(422)
                    .body("violations[0].code", equalTo("unknown"));
        }
        given().get(BATCHES + "/nothing").then().statusCode(404);
    }

    @Test
    void aDayBeyondAllPlansIsRefused() {
        begin(
                        UUID.randomUUID().toString(),
                        Map.of("plant", "1000", "plannedStart", "+999999-01-01"))
                .statusCode(400);
    }

    private static ValidatableResponse begin(String key, Map<String, String> body) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post(BATCHES)
                .then();
    }

    private static ValidatableResponse awaitEnd(String location) throws InterruptedException {
        var until = Instant.now().plusSeconds(15);
        while (given().get(location).path("endedAt") == null && Instant.now().isBefore(until)) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return given().get(location).then().statusCode(200).body("endedAt", notNullValue());
    }
}
