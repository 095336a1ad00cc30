package dev.interlock.system.order;

import static dev.interlock.system.Calls.post;
import static dev.interlock.system.Calls.put;
import static dev.interlock.system.Masters.bom;
import static dev.interlock.system.Masters.item;
import static dev.interlock.system.Masters.line;
import static dev.interlock.system.Masters.move;
import static dev.interlock.system.Masters.order;
import static dev.interlock.system.Masters.routing;
import static dev.interlock.system.Masters.stock;
import static dev.interlock.system.Masters.workCenter;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.interlock.system.AsErp;
import dev.interlock.system.Masters;
import dev.interlock.system.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What an order must be like to be released, and what only a released one may do.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@AsErp
class OrderReleaseTest {
    @BeforeEach
    void masters() {
        Masters.plants();
    }

    @Test
    void areReleasedOnlyAtTheVersionThatWasRead() {
        var order = order(item("GB"), "5", 3);
        var path = "/production-orders/" + order + "/releases";

        post(path, "{}").then().statusCode(428);
        post(path, "{}", key(), "\"9\"").then().statusCode(412);
        post(path, "{}", key(), "\"1\"")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("lifecycle", is("RELEASED"));

        post(path, "{}", key(), "\"2\"")
                .then()
                .statusCode(409)
                .body("state", is("RELEASED"))
                .body("allowed", contains("CREATED", "PARTIALLY_RELEASED"));
    }

    @Test
    void areReleasedOnceHoweverOftenTheRequestIsSent() {
        var order = order(item("GB"), "5", 3);
        var path = "/production-orders/" + order + "/releases";
        var key = key();

        post(path, "{}", key, "\"1\"").then().statusCode(200);
        post(path, "{}", key, "\"1\"")
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", "true")
                .header("ETag", "\"2\"");
    }

    @Test
    void canBeReleasedOperationByOperation() {
        var gear = item("GB");
        routing(gear, workCenter("PT16H"), "PT10M", "PT1M");
        var order = order(gear, "5", 3);
        var path = "/production-orders/" + order;

        post(path + "/releases", "{'operations': [10]}", key(), "\"1\"")
                .then()
                .statusCode(200)
                .body("lifecycle", is("PARTIALLY_RELEASED"))
                .body("operations.status", contains("RELEASED", "CREATED"));
        post(path + "/releases", "{'operations': [99]}", key(), "\"2\"").then().statusCode(422);
        post(path + "/releases", "{'operations': [20]}", key(), "\"2\"")
                .then()
                .statusCode(200)
                .body("lifecycle", is("RELEASED"))
                .body("operations.status", contains("RELEASED", "RELEASED"));
        post(path + "/release-reversals", "{}")
                .then()
                .statusCode(200)
                .body("lifecycle", is("CREATED"))
                .body("operations.status", contains("CREATED", "CREATED"));
    }

    @Test
    void areNotReleasedWhileLockedOrHeldOrWithoutTheirRevision() {
        var gear = item("GB");
        var locked = order(gear, "5", 3);
        post("/production-orders/" + locked + "/locks", "{'reason': 'ECO-1001'}")
                .then()
                .statusCode(200)
                .body("flags", hasItem("LOCKED"))
                .body("lockReason", is("ECO-1001"))
                .body("version", is(2));
        var held = order(gear, "5", 3);
        post(
                        "/holds",
                        "{'scope': 'ORDER', 'target': '%s', 'reason': 'Wait', 'effects': {'release': true}}"
                                .formatted(held))
                .then()
                .statusCode(201);
        var obsolete = order(gear, "5", 3);

        post("/production-orders/" + locked + "/releases", "{}", key(), "\"2\"")
                .then()
                .statusCode(409)
                .body("state", is("LOCKED"));
        post("/production-orders/" + held + "/releases", "{}", key(), "\"1\"")
                .then()
                .statusCode(422)
                .body("violations.code", contains("on-hold"));
        put(
                "/items/" + gear + "/revisions/A",
                Masters.RELEASED.replace("RELEASED", "OBSOLETE"),
                "\"1\"");
        post("/production-orders/" + obsolete + "/releases", "{}", key(), "\"1\"")
                .then()
                .statusCode(422)
                .body("violations.code", contains("revision-status"));
        post("/production-orders/" + locked + "/unlocks", "{}")
                .then()
                .body("flags", not(hasItem("LOCKED")));
    }

    @Test
    void keepTheReasonOfEveryLock() {
        var locks = "/production-orders/" + order(item("GB"), "5", 3) + "/locks";
        post(locks, "{}").then().body("lockReason", nullValue());
        post(locks, "{'reason': 'credit hold of customer'}").then().statusCode(200);

        post(locks, "{'reason': 'ECO-1001'}")
                .then()
                .body("lockReason", is("credit hold of customer; ECO-1001"));
        post(locks, "{'reason': 'ECO-1001'}")
                .then()
                .body("lockReason", is("credit hold of customer; ECO-1001"));
        post(locks, "{'reason': 'ECO-10'}")
                .then()
                .body("lockReason", is("credit hold of customer; ECO-1001; ECO-10"));
        post(locks, "{'reason': '%s'}".formatted("x".repeat(500)))
                .then()
                .body("lockReason", startsWith("credit hold of customer; ECO-1001; ECO-10; x"))
                .body("lockReason.length()", is(500));
    }

    @Test
    void moveNoGoodsBeforeTheyAreReleased() {
        var gear = item("GB");
        var ring = item("GR");
        bom(gear, line(10, ring, "1"));
        stock(ring, "10");
        var order = order(gear, "5", 3);

        move(
                        "ISSUE",
                        ring,
                        "'from': {'location': 'MAIN', 'stockType': 'UNRESTRICTED'}",
                        "1",
                        "'orderNumber': '%s'".formatted(order))
                .then()
                .statusCode(409)
                .body("state", is("CREATED"));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
