package dev.interlock.system.order;

import static dev.interlock.system.Calls.fresh;
import static dev.interlock.system.Calls.get;
import static dev.interlock.system.Calls.post;
import static dev.interlock.system.Masters.item;
import static dev.interlock.system.Masters.operation;
import static dev.interlock.system.Masters.order;
import static dev.interlock.system.Masters.orderOf;
import static dev.interlock.system.Masters.routing;
import static dev.interlock.system.Masters.workCenter;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dev.interlock.system.AsErp;
import dev.interlock.system.Masters;
import dev.interlock.system.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What orders plan for a work center, day by day.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@AsErp
class WorkCenterLoadsTest {
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Berlin"));
    private String center = "";
    private String gear = "";

    @BeforeEach
    void aGearThatTakesHalfADay() {
        Masters.plants();
        center = workCenter("PT16H");
        gear = item("GB");
        routing(gear, operation(10, center, "PT0S", "PT8H", ""));
    }

    @Test
    void fillTheDaysOfAnOperationOneAfterTheOther() {
        var fourDays = orderUntil("8", 9);

        loads("")
                .body("items.on", contains(days(3, 4, 5, 6)))
                .body("items.load", contains("PT16H", "PT16H", "PT16H", "PT16H"));
        flags(fourDays).body("flags", not(hasItem("CAPACITY_SHORTAGE")));

        var between = order(gear, "1", 4);

        loads("").body("items.load", contains("PT16H", "PT24H", "PT16H", "PT16H"));
        loads("?from=%1$s&to=%1$s".formatted(today.plusDays(4)))
                .body("items.load", contains("PT24H"));
        flags(between).body("flags", hasItem("CAPACITY_SHORTAGE"));
    }

    @Test
    void haveOnTheLastDayWhatDoesNotFit() {
        var squeezed = orderUntil("8", 4);

        loads("")
                .body("items.on", contains(days(3, 4)))
                .body("items.load", contains("PT16H", "PT48H"));
        flags(squeezed).body("flags", hasItem("CAPACITY_SHORTAGE"));
    }

    @Test
    void areNeverLessThanNothing() {
        var huge = orderUntil("999999999999999999", 3);

        loads("")
                .body("items.load", contains("PT2562047788015H12M55S"))
                .body("items.capacity", contains("PT16H"));
        flags(huge).body("flags", hasItem("CAPACITY_SHORTAGE"));
    }

    private String orderUntil(String quantity, int inDays) {
        var number = fresh("PO");
        post(
                        "/production-orders",
                        orderOf(number, gear, quantity, 3)
                                .replace(
                                        "'plannedEnd': '" + today.plusDays(5),
                                        "'plannedEnd': '" + today.plusDays(inDays)))
                .then()
                .statusCode(201)
                .body("plannedEnd", is(today.plusDays(inDays).toString()));
        return number;
    }

    private ValidatableResponse loads(String query) {
        return get("/work-centers/1000/" + center + "/loads" + query).then().statusCode(200);
    }

    private static ValidatableResponse flags(String order) {
        return get("/production-orders/" + order).then();
    }

    private String[] days(int... inDays) {
        return IntStream.of(inDays)
                .mapToObj(day -> today.plusDays(day).toString())
                .toArray(String[]::new);
    }
}
