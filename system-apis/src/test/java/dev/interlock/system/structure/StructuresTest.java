package dev.interlock.system.structure;

import static dev.interlock.system.Calls.get;
import static dev.interlock.system.Calls.put;
import static dev.interlock.system.Masters.bom;
import static dev.interlock.system.Masters.bomOf;
import static dev.interlock.system.Masters.item;
import static dev.interlock.system.Masters.line;
import static dev.interlock.system.Masters.workCenter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import dev.interlock.system.AsErp;
import dev.interlock.system.Masters;
import dev.interlock.system.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@AsErp
class StructuresTest {
    @Inject Jdbi jdbi;

    @BeforeEach
    void masters() {
        Masters.plants();
    }

    @Test
    void aBomIsReadAsItWasPut() {
        var gear = item("GB");
        var oil = item("OL", "KGM", false);
        var shaft = item("SH");
        var body =
                bomOf(
                        line(
                                        20,
                                        oil,
                                        "250",
                                        "GRM",
                                        ", 'scrapPercent': '2.5', 'backflush': true, 'operation':"
                                                + " 10")
                                + ","
                                + line(10, shaft, "2.0"));

        put("/items/" + gear + "/revisions/A/boms/1000", body)
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"");

        put("/items/" + gear + "/revisions/A/boms/1000", body)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        get("/items/" + gear + "/revisions/A/boms/1000")
                .then()
                .body("lines.componentId", contains(shaft, oil))
                .body("lines[0].quantity.value", is("2"))
                .body("lines[1].quantity.unit", is("GRM"))
                .body("lines[1].scrapPercent", is("2.5"));
        get("/items/" + gear + "/revisions/A/boms/2000").then().statusCode(404);
    }

    @Test
    void aBomIsRefusedWithEveryReasonAtOnce() {
        var gear = item("GB");
        var shaft = item("SH");

        put(
                        "/items/" + gear + "/revisions/A/boms/1000",
                        bomOf(
                                line(10, "NO-SUCH", "1")
                                        + ","
                                        + line(20, shaft, "1", "KGM", "")
                                        + ","
                                        + line(20, gear, "0")))
                .then()
                .statusCode(422)
                .body(
                        "violations.code",
                        hasItems(
                                "unknown-item",
                                "unit-not-convertible",
                                "loop",
                                "positive",
                                "duplicate"));
        put("/items/" + gear + "/revisions/B/boms/1000", bomOf("")).then().statusCode(404);
    }

    @Test
    void aRoutingIsReadAsItWasPutAndNeedsWorkCentersThatExist() {
        var gear = item("GB");
        var center = workCenter("PT16H");
        var body =
                """
                {'status': 'CERTIFIED', 'lotSizeFrom': {'value': '1', 'unit': 'EA'}, 'effectivity': {'kind': 'IMMEDIATE'},
                 'operations': [{'number': 10, 'workCenterId': '%s', 'description': 'Grind', 'setupTime': 'PT10M',
                                 'runTimePerUnit': 'PT1.5S', 'inspection': true}]}
                """
                        .formatted(center);

        put("/items/" + gear + "/revisions/A/routings/1000", body).then().statusCode(201);

        put("/items/" + gear + "/revisions/A/routings/1000", body).then().statusCode(200);
        get("/items/" + gear + "/revisions/A/routings/1000")
                .then()
                .body("operations[0].setupTime", is("PT10M"))
                .body("operations[0].runTimePerUnit", is("PT1.5S"))
                .body("operations[0].inspection", is(true));
        put(
                        "/items/" + gear + "/revisions/A/routings/1000",
                        body.replace(center, "NOWHERE"),
                        "\"1\"")
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/operations/0/workCenterId"));
        get("/work-centers/1000/" + center).then().body("dailyCapacity", is("PT16H"));
    }

    @Test
    void anExplosionMultipliesOverAllLevelsAndRoundsUpOnce() {
        var gear = item("GB");
        var stage = item("ST");
        var ring = item("GR");
        var oil = item("OL", "KGM", false);
        bom(gear, line(10, stage, "3"));
        bom(
                stage,
                line(10, ring, "2", "EA", ", 'scrapPercent': '5'")
                        + ","
                        + line(20, oil, "10", "GRM", ""));

        get("/items/" + gear + "/bom-explosion?plant=1000&quantity=5")
                .then()
                .statusCode(200)
                .body("revision", is("A"))
                .body("lines.componentId", contains(stage, ring, oil))
                .body("lines.level", contains(1, 2, 2))
                .body("lines.quantity.value", contains("15", "32", "0.15"))
                .body("loops", empty());
        get("/items/" + gear + "/bom-explosion?plant=1000&levels=1")
                .then()
                .body("lines.componentId", contains(stage));
        get("/items/" + gear + "/bom-explosion?plant=9999").then().statusCode(400);
        get("/items/" + gear + "/bom-explosion").then().statusCode(400);
        get("/items/" + gear + "/bom-explosion?plant=1000&quantity=-1").then().statusCode(400);
        get("/items/" + gear + "/bom-explosion?plant=1000&on=2019-12-31")
                .then()
                .body("lines", empty());
    }

    @Test
    void aLoopIsNamedAndDoesNotGoOnForever() {
        var gear = item("GB");
        var stage = item("ST");
        var ring = item("GR");
        bom(gear, line(10, stage, "1"));
        bom(stage, line(10, ring, "1"));
        bom(ring, line(10, stage, "1"));

        get("/items/" + gear + "/bom-explosion?plant=1000")
                .then()
                .statusCode(200)
                .body("loops", contains(contains(stage, ring, stage)))
                .body("lines.componentId", contains(stage, ring, stage));
        get("/items/" + stage + "/where-used")
                .then()
                .body("items.find { it.loop }.parentId", is(stage));
    }

    @Test
    void ofAlternativesTheFirstOneCounts() {
        var gear = item("GB");
        var seal = item("SL");
        var otherSeal = item("SL");
        bom(
                gear,
                line(10, seal, "1", "EA", ", 'alternativeGroup': 'SEAL'")
                        + ","
                        + line(20, otherSeal, "1", "EA", ", 'alternativeGroup': 'SEAL'"));

        get("/items/" + gear + "/bom-explosion?plant=1000")
                .then()
                .body("lines.componentId", contains(seal));
    }

    @Test
    void whereUsedGoesUpToTheTop() {
        var gear = item("GB");
        var stage = item("ST");
        var ring = item("GR");
        bom(gear, line(10, stage, "3"));
        bom(stage, line(10, ring, "2"));

        get("/items/" + ring + "/where-used")
                .then()
                .statusCode(200)
                .body("items.parentId", contains(stage, gear))
                .body("items.level", contains(1, 2));
        get("/items/" + ring + "/where-used?levels=1")
                .then()
                .body("items.parentId", contains(stage));
        get("/items/NO-SUCH/where-used").then().statusCode(404);
    }

    @Test
    void aStructureThatGrowsBeyondReadingIsRefused() {
        var parent = item("DIAMOND");
        var top = parent;
        for (var i = 0; i < 3; i++) {
            var child = item("DIAMOND");
            bom(
                    parent,
                    IntStream.rangeClosed(1, 40)
                            .mapToObj(n -> line(10 * n, child, "1"))
                            .collect(Collectors.joining(",")));
            parent = child;
        }

        var answer = get("/items/" + top + "/bom-explosion?plant=1000");

        assertThat(answer.statusCode()).isEqualTo(422);
    }

    @Test
    void tenLevelsOfAThousandLinesAreExploded() {
        var levels = new ArrayList<String>();
        for (var level = 0; level < 10; level++) {
            levels.add(item("DEEP"));
        }
        var leaf = item("LEAF");
        jdbi.useHandle(handle -> {
            handle.execute(
                    """
                    INSERT INTO item (item_id, description, type, base_unit, make_or_buy, usage_status, batch_managed, serial_managed)
                    SELECT ? || n, 'leaf', 'COMPONENT', 'EA', 'BUY', 'ACTIVE', false, false FROM generate_series(1, 999) AS n
                    """,
                    leaf);
            handle.execute(
                    """
                    INSERT INTO revision (item_id, revision, rank, status, effectivity_kind, effective_from, attributes, specification_urls)
                    SELECT ? || n, 'A', 1, 'RELEASED', 'DATE', date '2020-01-01', '{}', '[]' FROM generate_series(1, 999) AS n
                    """,
                    leaf);
            for (var level = 0; level < 10; level++) {
                handle.execute(
                        """
                        INSERT INTO bom (item_id, revision, plant, usage, status, base_quantity, effectivity_kind)
                        VALUES (?, 'A', '1000', 'PRODUCTION', 'CERTIFIED', 3, 'IMMEDIATE')
                        """,
                        levels.get(level));
                handle.execute(
                        """
                        INSERT INTO bom_line (item_id, revision, plant, position, component_id, quantity, unit, numerator, denominator,
                               scrap_percent, phantom, backflush)
                        SELECT ?, 'A', '1000', n, CASE WHEN n = 1000 THEN ? ELSE ? || n END, 7, 'EA', 7, 1, 2.5, false, false
                          FROM generate_series(1, 1000) AS n WHERE n < 1000 OR ? <> ''
                        """,
                        levels.get(level),
                        level == 9 ? leaf : levels.get(level + 1),
                        leaf,
                        leaf);
            }
            handle.execute("ANALYZE bom_line");
        });
        var path = "/items/" + levels.getFirst() + "/bom-explosion?plant=1000&quantity=12";
        get(path)
                .then()
                .statusCode(200)
                .body("lines.size()", is(10_000))
                .body("lines[9999].level", is(10));
    }
}
