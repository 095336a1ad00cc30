package dev.interlock.system.revision;

import static dev.interlock.system.Calls.get;
import static dev.interlock.system.Calls.put;
import static dev.interlock.system.Masters.item;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.interlock.system.AsErp;
import dev.interlock.system.Masters;
import dev.interlock.system.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@AsErp
class RevisionsTest {
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Berlin"));

    @BeforeEach
    void masters() {
        Masters.plants();
    }

    @Test
    void followOneAnotherByTheDayOnWhichTheyBegin() {
        var id = item("GB");
        var begins = today.plusDays(10);

        put(path(id, "B"), released(begins, null))
                .then()
                .statusCode(201)
                .body("effectiveFrom", is(begins.toString()));

        get("/items/" + id).then().body("currentRevision", is("A"));
        get(path(id, "A"))
                .then()
                .body("status", is("RELEASED"))
                .body("effectiveTo", is(begins.minusDays(1).toString()));
        get("/items/" + id + "/revisions").then().body("items.revision", contains("A", "B"));
    }

    @Test
    void supersedeTheOneBeforeAtOnceWhenTheyAreImmediate() {
        var id = item("GB");

        put(path(id, "B"), "{'status': 'RELEASED', 'effectivity': {'kind': 'IMMEDIATE'}}")
                .then()
                .statusCode(201)
                .body("effectivity.kind", is("IMMEDIATE"))
                .body("effectiveFrom", is(today.toString()));

        get("/items/" + id).then().body("currentRevision", is("B"));
        get(path(id, "A")).then().body("status", is("SUPERSEDED"));
    }

    @Test
    void giveWayToADeviationOnlyForItsTime() {
        var id = item("GB");

        put(path(id, "B"), released(today.minusDays(5), today.minusDays(1))).then().statusCode(201);
        put(path(id, "C"), released(today.minusDays(1), today)).then().statusCode(201);

        get("/items/" + id).then().body("currentRevision", is("C"));
        get(path(id, "A")).then().body("status", is("RELEASED")).body("effectiveTo", nullValue());
        get(path(id, "B")).then().body("status", is("SUPERSEDED"));
    }

    @Test
    void keepWhatIsSaidOfThemAndAreTheSameWhenItIsSaidAgain() {
        var id = item("GB");
        var body =
                """
                {'status': 'IN_WORK', 'effectivity': {'kind': 'DATE', 'from': '2030-01-01', 'to': '2030-12-31'}, 'changeNumber': 'ECO-1',
                 'attributes': {'weight': 1.50, 'color': 'blue', 'rohs': true}, 'specificationUrls': ['https://plm.example/4711']}
                """;

        put(path(id, "B"), body).then().statusCode(201);

        put(path(id, "B"), body).then().statusCode(200).header("ETag", "\"1\"");
        get(path(id, "B"))
                .then()
                .body("attributes.color", is("blue"))
                .body("effectivity.to", is("2030-12-31"))
                .body("specificationUrls", contains("https://plm.example/4711"))
                .body("effectiveTo", nullValue());
    }

    @Test
    void areReleasedForGood() {
        var id = item("GB");

        put(path(id, "A"), Masters.RELEASED.replace("RELEASED", "IN_WORK"), "\"1\"")
                .then()
                .statusCode(409)
                .body("code", is("wrong-state"))
                .body("state", is("RELEASED"))
                .body("allowed", contains("IN_WORK", "IN_REVIEW"));
        put(path(id, "A"), Masters.RELEASED.replace("RELEASED", "OBSOLETE"), "\"1\"")
                .then()
                .statusCode(200);

        get("/items/" + id).then().body("currentRevision", nullValue());
    }

    @Test
    void areRefusedOutsideTheSchemeAndWithoutADay() {
        var id = item("GB");

        put(path(id, "I"), Masters.RELEASED)
                .then()
                .statusCode(422)
                .body("violations.code", contains("revision-scheme"));
        put(
                        path(id, "B"),
                        "{'status': 'RELEASED', 'effectivity': {'kind': 'SERIAL', 'from': '100'}}")
                .then()
                .statusCode(422)
                .body("violations.code", contains("effectivity-kind"));
        put(path(id, "B"), "{'status': 'RELEASED', 'effectivity': {'kind': 'DATE'}}")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/effectivity"));
        put(path("NO-SUCH", "A"), Masters.RELEASED).then().statusCode(404);
        get("/items/NO-SUCH/revisions").then().statusCode(404);
    }

    private static String path(String item, String revision) {
        return "/items/" + item + "/revisions/" + revision;
    }

    private static String released(LocalDate from, @Nullable LocalDate to) {
        return "{'status': 'RELEASED', 'effectivity': {'kind': 'DATE', 'from': '%s'%s}}"
                .formatted(from, to == null ? "" : ", 'to': '" + to + "'");
    }
}
