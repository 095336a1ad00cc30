package dev.interlock.process.event;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.process.ProcessTierResource;
import dev.interlock.process.run.Run;
import dev.interlock.process.run.RunState;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ProcessTierResource.class)
@TestSecurity(user = "partner-apis", permissions = "events:read")
@SuppressWarnings("NullAway.Init")
class EventsTest {
    @Inject Outbox outbox;
    @Inject Jdbi jdbi;

    @Test
    void showHowARunEndedWithItsWholeState() {
        var cursor = end();
        var run = "run/" + UUID.randomUUID();
        jdbi.useTransaction(handle -> record(handle, run, "COMPLETED"));

        var event = read(cursor, "&types=gateway.run.completed");

        assertThat(event.getString("items[0].source")).isEqualTo("/interlock/process");
        assertThat(event.getString("items[0].partitionkey")).isEqualTo(run);
        assertThat(event.getString("items[0].data.status")).isEqualTo("COMPLETED");
    }

    @Test
    void showEveryEndThatIsNeitherSuccessNorWaiting() {
        var cursor = end();
        jdbi.useTransaction(handle -> {
            for (var state : RunState.values()) {
                outbox.recordRun(handle, run(state), Map.of("status", state));
            }
        });

        var ends = read(cursor, "&types=gateway.run.ended");

        assertThat(ends.getList("items.data.status"))
                .containsExactly("REFUSED", "UNANSWERED", "UNDONE", "CANCELLED", "REJECTED");
        assertThat(read(cursor, "").<String>getList("items.type"))
                .hasSize(7)
                .contains("gateway.run.completed", "gateway.run.incomplete");
    }

    @Test
    void skipNothingThatIsCommittedLate() {
        var cursor = end();
        var run = "run/" + UUID.randomUUID();
        try (var early = jdbi.open();
                var late = jdbi.open()) {
            early.begin();
            record(early, run + "-a", "begun first, committed last");
            late.begin();
            record(late, run + "-b", "begun last, committed first");
            late.commit();
            var before = read(cursor, "");
            assertThat(before.getList("items")).isEmpty();
            cursor = before.getString("nextCursor");
            early.commit();
        }

        assertThat(read(cursor, "").<String>getList("items.partitionkey"))
                .containsExactly(run + "-a", run + "-b");
    }

    @Test
    void refuseATypeThatThisTierDoesNotKnow() {
        given().get("/process/v1/events?types=plm.change.released").then().statusCode(400);
    }

    @Test
    @TestSecurity(user = "nobody", permissions = "item:read")
    void areForReadersOnly() {
        given().get("/process/v1/events").then().statusCode(403);
    }

    private void record(Handle handle, String key, String status) {
        outbox.record(handle, Outbox.Fact.RUN_COMPLETED, key, Map.of("status", status));
    }

    private static Run run(RunState state) {
        var now = Instant.parse("2026-03-02T06:00:00Z");
        return new Run(
                UUID.randomUUID().toString(),
                1,
                "release",
                "100001",
                state,
                "{}",
                null,
                null,
                null,
                1,
                now,
                now,
                "erp",
                "erp",
                "correlation",
                null,
                null,
                null,
                now,
                now,
                null);
    }

    private static String end() {
        var cursor = "";
        while (true) {
            var page = read(cursor, "&limit=200");
            cursor = page.getString("nextCursor");
            if (page.getList("items").isEmpty()) {
                return cursor;
            }
        }
    }

    private static JsonPath read(String cursor, String more) {
        var after = cursor.isEmpty() ? "" : "&cursor=" + cursor;
        return given().get("/process/v1/events?" + (more + after).replaceFirst("^&", ""))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
