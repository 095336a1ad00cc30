package dev.interlock.system.order;

import static dev.interlock.system.Calls.get;
import static dev.interlock.system.Calls.post;
import static dev.interlock.system.Masters.bom;
import static dev.interlock.system.Masters.item;
import static dev.interlock.system.Masters.line;
import static dev.interlock.system.Masters.move;
import static dev.interlock.system.Masters.order;
import static dev.interlock.system.Masters.release;
import static dev.interlock.system.Masters.stock;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import dev.interlock.system.AsErp;
import dev.interlock.system.Masters;
import dev.interlock.system.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How orders end: cancelled, completed, closed.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@AsErp
class OrderEndTest {
    private static final String FREE = "{'location': 'MAIN', 'stockType': 'UNRESTRICTED'}";

    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Berlin"));

    @BeforeEach
    void masters() {
        Masters.plants();
    }

    @Test
    void areCancelledOnlyBeforeTheyAreReleased() {
        var gear = item("GB");
        var order = order(gear, "5", 3);
        var released = order(gear, "5", 3);
        release(released);

        post("/production-orders/" + order + "/cancellations", "{}")
                .then()
                .statusCode(200)
                .body("lifecycle", is("CANCELLED"));
        post("/production-orders/" + released + "/cancellations", "{}").then().statusCode(409);
        get("/production-orders?itemId=" + gear + "&lifecycle=CANCELLED")
                .then()
                .body("items.orderNumber", contains(order));
        get("/production-orders?itemId=" + gear + "&lifecycle=CANCELLED&lifecycle=RELEASED")
                .then()
                .body("items.orderNumber", containsInAnyOrder(order, released));
        get("/production-orders?itemId=" + gear + "&lifecycle=RELEASED&lifecycle=GONE")
                .then()
                .statusCode(400);
        get("/production-orders?itemId=" + gear + "&plant=2000").then().body("items", empty());
    }

    @Test
    void endTechnicallyAndGiveBackWhatTheyHaveReserved() {
        var gear = item("GB");
        var ring = item("GR");
        bom(gear, line(10, ring, "2"));
        stock(ring, "25");
        var order = order(gear, "5", 3);
        var path = "/production-orders/" + order;
        var forOrder = "'orderNumber': '%s'".formatted(order);
        post("/reservations", "{'orderNumber': '%s'}".formatted(order)).then().statusCode(201);
        post(path + "/technical-completions", "{}")
                .then()
                .statusCode(409)
                .body("state", is("CREATED"))
                .body("allowed", hasItems("RELEASED", "IN_PROCESS", "CONFIRMED", "DELIVERED"));
        release(order);
        move("ISSUE", ring, "'from': " + FREE, "4", forOrder).then().statusCode(201);
        var wrong =
                move("ISSUE", ring, "'from': " + FREE, "1", forOrder).<String>path("movementId");

        post(path + "/technical-completions", "{}")
                .then()
                .statusCode(200)
                .body("lifecycle", is("TECHNICALLY_COMPLETED"));
        get("/reservations?orderNumber=" + order)
                .then()
                .body("items.status", contains("CANCELLED"));
        isExpectedNoMore(gear);
        move("ISSUE", ring, "'from': " + FREE, "1", forOrder)
                .then()
                .statusCode(409)
                .body("state", is("TECHNICALLY_COMPLETED"));
        move("RETURN", ring, "'to': " + FREE, "1", forOrder).then().statusCode(201);
        post("/movements/" + wrong + "/reversals", "{}").then().statusCode(201);
        get(path).then().body("components[0].issued.value", is("3"));
        post(path + "/locks", "{}").then().statusCode(409);
        post(path + "/technical-completions", "{}").then().statusCode(409);
    }

    private void isExpectedNoMore(String gear) {
        post(
                        "/availability-checks",
                        "{'plant': '1000', 'lines': [{'itemId': '%s', 'quantity': {'value': '1', 'unit': 'EA'}, 'requiredOn': '%s'}]}"
                                .formatted(gear, today.plusDays(30)))
                .then()
                .body("lines[0].source", is("NONE"));
    }

    @Test
    void areClosedOnceTechnicallyCompletedAndThenForGood() {
        var gear = item("GB");
        var ring = item("GR");
        bom(gear, line(10, ring, "2"));
        stock(ring, "25");
        var order = order(gear, "5", 3);
        var path = "/production-orders/" + order;
        var forOrder = "'orderNumber': '%s'".formatted(order);
        release(order);
        var issue =
                move("ISSUE", ring, "'from': " + FREE, "4", forOrder).<String>path("movementId");
        post(path + "/closures", "{}")
                .then()
                .statusCode(409)
                .body("state", is("RELEASED"))
                .body("allowed", contains("TECHNICALLY_COMPLETED"));
        post(path + "/technical-completions", "{}").then().statusCode(200);

        post(path + "/closures", "{}").then().statusCode(200).body("lifecycle", is("CLOSED"));

        for (var step :
                List.of(
                        "locks",
                        "unlocks",
                        "cancellations",
                        "release-reversals",
                        "technical-completions",
                        "closures")) {
            post(path + "/" + step, "{}").then().statusCode(409).body("state", is("CLOSED"));
        }
        post(path + "/releases", "{}", key(), "*").then().statusCode(409);
        post(path + "/revision-changes", "{'revision': 'A'}").then().statusCode(409);
        move("RETURN", ring, "'to': " + FREE, "1", forOrder).then().statusCode(409);
        post("/movements/" + issue + "/reversals", "{}").then().statusCode(409);
        post("/reservations", "{'orderNumber': '%s'}".formatted(order)).then().statusCode(409);
    }

    @Test
    void withoutOperationsYieldWhatIsReceived() {
        var gear = item("GB");
        var order = order(gear, "5", 3);
        var path = "/production-orders/" + order;
        var forOrder = "'orderNumber': '%s'".formatted(order);
        release(order);

        move("RECEIPT", gear, "'to': " + FREE, "2", forOrder).then().statusCode(201);
        get(path).then().body("lifecycle", is("IN_PROCESS")).body("yielded.value", is("2"));
        move("RECEIPT", gear, "'to': " + FREE, "4", forOrder).then().statusCode(422);
        move("RECEIPT", gear, "'to': " + FREE, "3", forOrder).then().statusCode(201);

        get(path).then().body("lifecycle", is("DELIVERED")).body("yielded.value", is("5"));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
