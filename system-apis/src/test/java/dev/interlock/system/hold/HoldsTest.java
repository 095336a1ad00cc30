package dev.interlock.system.hold;

import static dev.interlock.system.Calls.get;
import static dev.interlock.system.Calls.post;
import static dev.interlock.system.Masters.item;
import static dev.interlock.system.Masters.move;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import dev.interlock.system.AsErp;
import dev.interlock.system.Masters;
import dev.interlock.system.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@AsErp
class HoldsTest {
    private static final String FREE = "{'location': 'MAIN', 'stockType': 'UNRESTRICTED'}";

    @BeforeEach
    void masters() {
        Masters.plants();
    }

    @Test
    void keepALotFromBeingIssuedUntilTheyAreReleased() {
        var bearing = item("BR", "EA", true);
        move("RECEIPT", bearing, "'to': " + FREE, "10", "'lot': 'L-1'").then().statusCode(201);
        var hold = place("LOT", bearing + "/L-1", "'consume': true");

        move("ISSUE", bearing, "'from': " + FREE, "1", "'lot': 'L-1'")
                .then()
                .statusCode(422)
                .body("violations.code", contains("on-hold"));
        post("/holds/" + hold + "/releases", "{'evidence': 'Inspected again'}")
                .then()
                .statusCode(200)
                .body("status", is("RELEASED"))
                .body("releasedBy", is("erp"))
                .body("releasedAt", notNullValue());

        move("ISSUE", bearing, "'from': " + FREE, "1", "'lot': 'L-1'").then().statusCode(201);
        post("/holds/" + hold + "/releases", "{}")
                .then()
                .statusCode(409)
                .body("allowed", contains("ACTIVE"));
    }

    @Test
    void areFoundByWhatTheyHold() {
        var bearing = item("BR");
        var hold = place("ITEM", bearing, "'release': true");

        get("/holds?scope=ITEM&status=ACTIVE&target=" + bearing)
                .then()
                .body("items.holdId", contains(hold));
        get("/holds?status=ACTIVE").then().body("items.holdId", hasItem(hold));
        get("/holds/" + hold)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("effects.consume", is(false));
    }

    @Test
    void needATargetThatExistsAndSomethingToPrevent() {
        post("/holds", body("ITEM", "NO-SUCH", "'consume': true")).then().statusCode(422);
        post("/holds", body("LOT", "NO-LOT", "'consume': true")).then().statusCode(400);
        post("/holds", body("ITEM", "NO-SUCH", "'consume': false"))
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/effects"));
    }

    private static String place(String scope, String target, String effects) {
        var placed = post("/holds", body(scope, target, effects));
        placed.then().statusCode(201).body("placedBy", is("erp"));
        return placed.path("holdId");
    }

    private static String body(String scope, String target, String effects) {
        return "{'scope': '%s', 'target': '%s', 'reason': 'Cracks', 'effects': {%s}}"
                .formatted(scope, target, effects);
    }
}
