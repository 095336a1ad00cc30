package dev.interlock.system.order;

import static dev.interlock.system.Calls.fresh;
import static dev.interlock.system.Calls.get;
import static dev.interlock.system.Calls.post;
import static dev.interlock.system.Masters.bom;
import static dev.interlock.system.Masters.item;
import static dev.interlock.system.Masters.line;
import static dev.interlock.system.Masters.order;
import static dev.interlock.system.Masters.orderOf;
import static dev.interlock.system.Masters.routing;
import static dev.interlock.system.Masters.workCenter;
import static org.hamcrest.Matchers.contains;

import dev.interlock.system.AsErp;
import dev.interlock.system.Masters;
import dev.interlock.system.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What an order takes over from the BOM of its revision.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@AsErp
class OrderStructureTest {
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Berlin"));

    @BeforeEach
    void masters() {
        Masters.plants();
    }

    @Test
    void needsWhatComesOutOfAPhantomAtTheOperationOfThePhantom() {
        var gear = item("GB");
        var kit = item("KIT");
        var set = item("SET");
        var pin = item("PN");
        var ring = item("GR");
        bom(set, line(10, ring, "1"));
        bom(kit, line(10, pin, "1", "EA", ", 'operation': 10") + ", " + phantom(20, set, ""));
        bom(gear, phantom(10, kit, ", 'operation': 20") + ", " + phantom(20, set, ""));
        routing(gear, workCenter("PT8H"), "PT1H", "PT3H");

        get("/production-orders/" + order(gear, "5", 4))
                .then()
                .body("components.itemId", contains(pin, ring, ring))
                .body("components.operation", contains(20, 20, null))
                .body(
                        "components.requiredOn",
                        contains(
                                today.plusDays(6).toString(),
                                today.plusDays(6).toString(),
                                today.plusDays(4).toString()));
    }

    @Test
    void isRefusedWhereAComponentHasMoreDigitsThanAQuantity() {
        var gear = item("GB");
        var ring = item("GR");
        bom(gear, line(10, ring, "1000"));

        post("/production-orders", orderOf(fresh("PO"), gear, "999999999999999", 3))
                .then()
                .statusCode(201);
        post("/production-orders", orderOf(fresh("PO"), gear, "1000000000000000", 3))
                .then()
                .statusCode(422)
                .body("violations.code", contains("too-large"));
    }

    private static String phantom(int position, String component, String more) {
        return line(position, component, "1", "EA", ", 'phantom': true" + more);
    }
}
