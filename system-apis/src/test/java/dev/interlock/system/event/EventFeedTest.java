package dev.interlock.system.event;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.system.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestSecurity(user = "process-apis", permissions = "events:read")
class EventFeedTest {
    @Inject Outbox outbox;
    @Inject Jdbi jdbi;

    @Test
    void showsAFactWithEverythingACloudEventHas() {
        var cursor = end();
        var order = "order/" + UUID.randomUUID();
        jdbi.useTransaction(handle -> record(handle, order, "first"));

        var event = read(cursor, "&types=erp.production-order.created");

        assertThat(event.getString("items[0].specversion")).isEqualTo("1.0");
        assertThat(event.getString("items[0].type")).isEqualTo("erp.production-order.created");
        assertThat(event.getString("items[0].partitionkey")).isEqualTo(order);
        assertThat(event.getString("items[0].sequence")).isEqualTo("1");
        assertThat(event.getString("items[0].data.note")).isEqualTo("first");
        assertThat(event.getString("items[0].traceparent")).startsWith("00-");
    }

    @Test
    void skipsNothingThatIsCommittedLate() {
        var cursor = end();
        var order = "order/" + UUID.randomUUID();
        try (var early = jdbi.open();
                var late = jdbi.open()) {
            early.begin();
            record(early, order + "-a", "begun first, committed last");
            late.begin();
            record(late, order + "-b", "begun last, committed first");
            late.commit();
            var before = read(cursor, "");
            assertThat(before.getList("items")).isEmpty();
            cursor = before.getString("nextCursor");
            early.commit();
        }

        assertThat(read(cursor, "").<String>getList("items.partitionkey"))
                .containsExactly(order + "-a", order + "-b");
    }

    @Test
    void keepsTheFactsOfOneThingInOrderWhicheverTransactionBeganFirst() {
        var cursor = end();
        var order = "order/" + UUID.randomUUID();
        try (var older = jdbi.open();
                var younger = jdbi.open()) {
            older.begin();
            record(older, order + "-other", "takes the lower transaction id");
            younger.begin();
            record(younger, order, "one");
            younger.commit();
            record(older, order, "two");
            older.commit();
        }

        var events = read(cursor, "");

        assertThat(
                        events.<String>getList(
                                "items.findAll { it.partitionkey == '" + order + "' }.data.note"))
                .containsExactly("one", "two");
    }

    @Test
    void losesAndRepeatsNothingUnderManyWriters() throws Exception {
        var cursor = end();
        var seen = new ArrayList<String>();
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Callable<Boolean>>();
            for (var writer = 0; writer < 8; writer++) {
                var thing = "item/" + UUID.randomUUID();
                all.add(() -> {
                    for (var n = 0; n < 25; n++) {
                        jdbi.useTransaction(handle -> record(handle, thing, "x"));
                    }
                    return true;
                });
            }
            var running = all.stream().map(writers::submit).toList();
            while (seen.size() < 200) {
                var page = read(cursor, "&limit=7");
                seen.addAll(page.getList("items.id"));
                cursor = page.getString("nextCursor");
            }
            for (var writer : running) {
                writer.get();
            }
        }

        assertThat(seen).hasSize(200).doesNotHaveDuplicates();
        assertThat(read(cursor, "").<Object>getList("items")).isEmpty();
    }

    @Test
    void refusesWhatItCannotRead() {
        for (var query :
                List.of(
                        "types=erp.nothing",
                        "cursor=%21%21",
                        "cursor=YQ",
                        "limit=201",
                        "limit=x")) {
            assertThat(given().get("/system/v1/events?" + query).asString())
                    .as(query)
                    .contains("invalid-request");
        }
    }

    @Test
    @TestSecurity(user = "mes-1000", permissions = "item:read")
    void isForThoseWhoMayReadEvents() {
        given().get("/system/v1/events").then().statusCode(403);
    }

    private void record(Handle handle, String key, String note) {
        outbox.record(handle, EventType.ERP_PRODUCTION_ORDER_CREATED, key, Map.of("note", note));
    }

    private static String end() {
        var cursor = "";
        while (true) {
            var page =
                    given().get("/system/v1/events?limit=200" + cursor)
                            .then()
                            .statusCode(200)
                            .extract()
                            .jsonPath();
            cursor = "&cursor=" + page.getString("nextCursor");
            if (page.getList("items").isEmpty()) {
                return page.getString("nextCursor");
            }
        }
    }

    private static JsonPath read(String cursor, String more) {
        return given().get("/system/v1/events?cursor=" + cursor + more)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
