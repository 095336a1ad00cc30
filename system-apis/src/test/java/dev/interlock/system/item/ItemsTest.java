package dev.interlock.system.item;

import static dev.interlock.system.Calls.fresh;
import static dev.interlock.system.Calls.get;
import static dev.interlock.system.Calls.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.interlock.system.AsErp;
import dev.interlock.system.Masters;
import dev.interlock.system.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@AsErp
class ItemsTest {
    private static final String SHAFT =
            """
            {'description': 'Shaft', 'type': 'COMPONENT', 'baseUnit': 'EA', 'makeOrBuy': 'MAKE', 'usageStatus': 'ACTIVE',
             'batchManaged': true, 'serialManaged': false,
             'plants': [{'plant': '2000'}, {'plant': '1000', 'leadTimeDays': 5, 'minLot': {'value': '10.00', 'unit': 'EA'}}]}
            """;

    @BeforeEach
    void twoPlants() {
        put("/plants/1000", "{'name': 'Ulm', 'timeZone': 'Europe/Berlin'}");
        put("/plants/2000", "{'name': 'Brno', 'timeZone': 'Europe/Prague'}");
    }

    @Test
    void isReadAsItWasPutWithItsVersionAndWhereItCameFrom() {
        var id = fresh("SH");

        put("/items/" + id, SHAFT)
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", "/system/v1/items/" + id);

        get("/items/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("itemId", is(id))
                .body("plants.plant", contains("1000", "2000"))
                .body("plants[0].minLot.value", is("10"))
                .body("batchManaged", is(true))
                .body("version", is(1))
                .body("sources[0].system", is("ERP"))
                .body("sources[0].id", is(id))
                .body("sources[0].updatedAt", notNullValue());
    }

    @Test
    void aPlantIsServedByItsOwnSystemsAndThoseOfEveryPlant() {
        put("/plants/3000", "{'name': 'Graz', 'timeZone': 'Europe/Vienna'}");

        get("/plants/1000/systems")
                .then()
                .statusCode(200)
                .body("systems", contains("MES", "PLM", "QMS", "WMS"));
        get("/plants/3000/systems").then().body("systems", contains("PLM", "QMS", "WMS"));
        get("/plants/3999/systems").then().statusCode(404);
    }

    @Test
    void takesAChangeOnlyFromWhoHasReadWhatStands() {
        var id = fresh("SH");
        put("/items/" + id, SHAFT);
        var longer = SHAFT.replace("Shaft", "Longer shaft");

        put("/items/" + id, longer)
                .then()
                .statusCode(428)
                .body("code", is("precondition-required"));
        put("/items/" + id, longer, "\"7\"").then().statusCode(412).body("code", is("stale"));
        put("/items/" + id, longer, "\"1\"").then().statusCode(200).header("ETag", "\"2\"");

        put("/items/" + id, longer, "\"1\"").then().statusCode(200).header("ETag", "\"2\"");
        put("/items/" + id, longer).then().statusCode(200).body("version", is(2));
    }

    @Test
    void doesNotAppearWhereSomethingWasExpectedToStand() {
        var id = fresh("SH");

        put("/items/" + id, SHAFT, "\"1\"").then().statusCode(412);

        get("/items/" + id).then().statusCode(404).body("code", is("not-found"));
    }

    @Test
    void isRefusedWithEveryUnknownNameAtOnce() {
        var body =
                SHAFT.replace("'EA', 'makeOrBuy'", "'ZZZ', 'makeOrBuy'")
                        .replace("ACTIVE", "SOMEHOW")
                        .replace("'2000'", "'9999'");

        put("/items/" + fresh("SH"), body)
                .then()
                .statusCode(422)
                .body("violations.code", hasItem("unknown-unit"))
                .body("violations.code", hasItem("unknown-usage-status"))
                .body("violations.code", hasItem("unknown-plant"));
    }

    @Test
    void isRefusedWhenItsShapeIsWrong() {
        put("/items/" + fresh("SH"), "{'description': '', 'type': 'TOY', 'plants': [null]}")
                .then()
                .statusCode(400)
                .body("violations.pointer", hasItem("/type"))
                .body("violations.pointer", hasItem("/baseUnit"));
        put("/items/a%20b", SHAFT).then().statusCode(404);
    }

    @Test
    void isFoundByWhatItIsAndPageByPage() {
        var mark = fresh("PAGE");
        for (var i = 1; i <= 5; i++) {
            put("/items/" + mark + "-" + i, SHAFT).then().statusCode(201);
        }

        var first = get("/items?q=" + mark + "&type=COMPONENT&plant=1000&limit=3");
        var second = get("/items?q=" + mark + "&limit=3&cursor=" + first.path("nextCursor"));

        first.then()
                .statusCode(200)
                .body("items.itemId", contains(mark + "-1", mark + "-2", mark + "-3"));
        assertThat(first.header("Link")).contains("rel=\"next\"");
        second.then()
                .body("items.itemId", contains(mark + "-4", mark + "-5"))
                .body("nextCursor", nullValue());
        get("/items?limit=201").then().statusCode(400);
        get("/items?type=TOY").then().statusCode(400);
    }

    @Test
    void showsInItsFeedWhatHasChangedAndNothingTwice() {
        var before = Instant.now();
        var id = fresh("FEED");
        put("/items/" + id, SHAFT);

        var first = get("/items?q=" + id + "&changedSince=" + before);
        var cursor = first.<String>path("nextCursor");
        var quiet = get("/items?q=" + id + "&changedSince=" + before + "&cursor=" + cursor);
        put("/items/" + id, SHAFT.replace("Shaft", "Other shaft"), "\"1\"");
        var again =
                get(
                        "/items?q="
                                + id
                                + "&changedSince="
                                + before
                                + "&cursor="
                                + quiet.path("nextCursor"));

        first.then().statusCode(200).body("items.itemId", contains(id));
        quiet.then().statusCode(200).body("items", empty());
        again.then().body("items.version", contains(2));
    }

    @Test
    void namesItsSuppliersAndUnitsUnderVersionsOfTheirOwn() {
        var id = fresh("BR");
        put("/items/" + id, SHAFT);
        put("/suppliers/ACME", "{'name': 'Acme', 'status': 'ACTIVE'}");
        var suppliers =
                "{'suppliers': [{'supplierId': 'ACME', 'supplierItemId': 'A-77', 'preferred': true,"
                        + " 'status': 'APPROVED'}]}";

        put("/items/" + id + "/suppliers", suppliers)
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"");
        put("/items/" + id + "/suppliers", suppliers.replace("ACME", "NOBODY"), "\"1\"")
                .then()
                .statusCode(422)
                .body("violations[0].pointer", is("/suppliers/0/supplierId"));
        put(
                        "/items/" + id + "/unit-conversions",
                        "{'conversions': [{'unit': 'XBX', 'numerator': 12, 'denominator': 1}]}")
                .then()
                .statusCode(201);

        get("/items/" + id + "/suppliers").then().body("suppliers[0].supplierItemId", is("A-77"));
        get("/items/" + id + "/unit-conversions")
                .then()
                .body("conversions[0].numerator", is(12))
                .body("units", contains("EA", "XBX"));
        put("/items/" + fresh("NO") + "/suppliers", suppliers).then().statusCode(404);
        put(
                        "/items/" + id,
                        SHAFT.replace("'EA', 'make", "'KGM', 'make").replace("'EA'}", "'KGM'}"),
                        "\"1\"")
                .then()
                .statusCode(422)
                .body("violations.code", hasItem("base-unit-in-use"));
    }

    @Test
    void isCountedInWhateverMeasuresTheSame() {
        var oil = fresh("OL");
        put(
                "/items/" + oil,
                SHAFT.replace("'EA', 'make", "'KGM', 'make").replace("'EA'}", "'KGM'}"));

        get("/items/" + oil + "/unit-conversions")
                .then()
                .body("conversions", empty())
                .body("units", hasItems("KGM", "GRM", "LBR"))
                .body("units", not(hasItem("LTR")));
    }

    @Test
    void hasNamesInOtherSystems() {
        var external = fresh("0000");

        var item = Masters.item("GB");
        put("/cross-references/ITEM/SAP/" + external, "{'canonicalId': '%s'}".formatted(item))
                .then()
                .statusCode(201);

        get("/cross-references/ITEM/SAP/" + external)
                .then()
                .statusCode(200)
                .body("canonicalId", is(item));
        get("/cross-references/TOY/SAP/" + external)
                .then()
                .statusCode(404)
                .body("code", not("internal"));
    }

    @Test
    void aNameElsewhereIsOfSomethingThatThereIs() {
        var item = Masters.item("GB");
        var center = Masters.workCenter("PT8H");
        var known =
                Map.of(
                        "REVISION",
                        item + "/A",
                        "WORK_CENTER",
                        "1000/" + center,
                        "UNIT",
                        "KGM",
                        "LOCATION",
                        "RACK-7");

        known.forEach((kind, id) ->
                put("/cross-references/%s/SAP/%s".formatted(kind, fresh("X")), canonical(id))
                        .then()
                        .statusCode(201));
        Map.of(
                        "ITEM", "GB-NOWHERE",
                        "SUPPLIER", "NOBODY",
                        "REVISION", item + "/A/A",
                        "WORK_CENTER", "2000/" + center,
                        "UNIT", "XXX")
                .forEach((kind, id) ->
                        put(
                                        "/cross-references/%s/SAP/%s".formatted(kind, fresh("X")),
                                        canonical(id))
                                .then()
                                .statusCode(422)
                                .body("violations[0].pointer", is("/canonicalId"))
                                .body(
                                        "violations[0].code",
                                        is(
                                                "unknown-"
                                                        + kind.toLowerCase(Locale.ROOT)
                                                                .replace('_', '-'))));
    }

    private static String canonical(String id) {
        return "{'canonicalId': '%s'}".formatted(id);
    }
}
