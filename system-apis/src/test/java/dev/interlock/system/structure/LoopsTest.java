package dev.interlock.system.structure;

import static dev.interlock.system.Calls.get;
import static dev.interlock.system.Calls.put;
import static dev.interlock.system.Masters.bom;
import static dev.interlock.system.Masters.bomOf;
import static dev.interlock.system.Masters.item;
import static dev.interlock.system.Masters.line;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import dev.interlock.system.AsErp;
import dev.interlock.system.Masters;
import dev.interlock.system.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A shaft holds a hub. One change puts a ring into the hub, another a shaft into the ring: each is
/// right as long as the other is not in force.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@AsErp
class LoopsTest {
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Berlin"));
    private final LocalDate spring = today.plusMonths(3);
    private final LocalDate summer = today.plusMonths(6);
    private String shaft;
    private String hub;
    private String ring;

    @BeforeEach
    void masters() {
        Masters.plants();
        shaft = item("SH");
        hub = item("HU");
        ring = item("RI");
        bom(shaft, line(10, hub, "1"));
        prepare(hub, line(10, ring, "1"));
        prepare(ring, line(10, shaft, "1"));
    }

    @Test
    void theSecondOfTwoChangesIsNotReleased() {
        release(hub, spring, null).statusCode(200);

        release(ring, spring, null)
                .statusCode(422)
                .body("violations.code", contains("loop"))
                .body(
                        "violations[0].detail",
                        containsString(
                                "in plant 1000 from %s on: %s > %s > %s > %s"
                                        .formatted(spring, ring, shaft, hub, ring)));
        get("/items/" + ring + "/revisions/B").then().body("status", is("IN_WORK"));
    }

    @Test
    void theDayOnWhichTheLoopClosesMayBeLater() {
        release(hub, summer, null).statusCode(200);

        release(ring, spring, null)
                .statusCode(422)
                .body("violations[0].detail", containsString("from " + summer + " on"));
    }

    @Test
    void whatIsOverBeforeTheOtherBeginsIsReleased() {
        release(hub, summer, null).statusCode(200);

        release(ring, spring, summer.minusDays(1)).statusCode(200);
    }

    private static void prepare(String item, String lines) {
        put(
                        "/items/" + item + "/revisions/B",
                        "{'status': 'IN_WORK', 'effectivity': {'kind': 'IMMEDIATE'}}")
                .then()
                .statusCode(201);
        put("/items/" + item + "/revisions/B/boms/1000", bomOf(lines)).then().statusCode(201);
    }

    private static ValidatableResponse release(
            String item, LocalDate from, @Nullable LocalDate to) {
        return put("/items/" + item + "/revisions/B", released(from, to), "*").then();
    }

    private static String released(LocalDate from, @Nullable LocalDate to) {
        return "{'status': 'RELEASED', 'effectivity': {'kind': 'DATE', 'from': '%s'%s}}"
                .formatted(from, to == null ? "" : ", 'to': '" + to + "'");
    }
}
