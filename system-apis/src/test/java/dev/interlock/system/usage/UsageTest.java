package dev.interlock.system.usage;

import static dev.interlock.system.Calls.fresh;
import static dev.interlock.system.Calls.get;
import static dev.interlock.system.Calls.post;
import static dev.interlock.system.Calls.put;
import static dev.interlock.system.Masters.bom;
import static dev.interlock.system.Masters.bomOf;
import static dev.interlock.system.Masters.item;
import static dev.interlock.system.Masters.line;
import static dev.interlock.system.Masters.move;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import dev.interlock.system.AsErp;
import dev.interlock.system.Masters;
import dev.interlock.system.PostgresForTests;
import dev.interlock.system.Purchasing;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@AsErp
class UsageTest {
    private static final String ROUTING =
            "{'status': '%s', 'effectivity': {'kind': 'IMMEDIATE'}, 'operations': [{'number': 10,"
                    + " 'workCenterId': '%s', 'description': 'Grind', 'setupTime': 'PT1M',"
                    + " 'runTimePerUnit': 'PT1M', 'inspection': false}]}";

    @Inject Jdbi jdbi;

    @BeforeEach
    void masters() {
        Masters.plants();
    }

    @Test
    void whatEachStatusMeansCanBeRead() {
        get("/usage-policies")
                .then()
                .statusCode(200)
                .body(
                        "items.findAll { it.usageStatus == 'BLOCKED' && it.severity == 'BLOCK'"
                                + " }.function",
                        hasItems("PURCHASING", "BOM_COMPONENT", "PRODUCTION_ORDER_HEADER"))
                .body(
                        "items.findAll { it.usageStatus == 'ACTIVE' && it.severity != 'NONE' }",
                        hasSize(0));
    }

    @Test
    void aBlockedItemIsNotBought() {
        var bearing = Purchasing.supplied("ACME", false, false);
        become(bearing, "BLOCKED", null);

        refusal(
                post(
                        "/purchase-orders",
                        "{'orderNumber': '%s', 'supplierId': 'ACME', 'plant': '1000', 'currency': 'EUR', 'orderedOn': '2026-11-01', 'lines': [{'line': 10, 'itemId': '%s', 'quantity': {'value': '1', 'unit': 'EA'}, 'requestedOn': '2026-12-01'}]}"
                                .formatted(fresh("45"), bearing)),
                "/lines/0/itemId",
                bearing + " is BLOCKED, which blocks PURCHASING.");
    }

    @Test
    void aBlockedItemIsNeitherMadeNorBuiltIn() {
        var gearbox = item("GB");
        var shaft = item("SH");
        bom(gearbox, line(10, shaft, "2"));
        become(shaft, "BLOCKED", null);

        refusal(
                order(gearbox),
                "",
                shaft + " is BLOCKED, which blocks PRODUCTION_ORDER_COMPONENT.");
        refusal(
                order(shaft),
                "/itemId",
                shaft + " is BLOCKED, which blocks PRODUCTION_ORDER_HEADER.");
    }

    @Test
    void aBlockedItemGetsNoCertifiedStructureAndStandsInNone() {
        var gearbox = item("GB");
        var shaft = item("SH");
        become(shaft, "OBSOLETE", null);
        var ofGearbox = "/items/" + gearbox + "/revisions/A/boms/1000";
        var ofShaft = "/items/" + shaft + "/revisions/A/boms/1000";
        var routing = "/items/" + shaft + "/revisions/A/routings/1000";
        var workCenter = Masters.workCenter("PT8H");

        refusal(
                put(ofGearbox, bomOf(line(10, shaft, "1"))),
                "/lines/0/componentId",
                shaft + " is OBSOLETE, which blocks BOM_COMPONENT.");
        refusal(
                put(ofShaft, bomOf(line(10, gearbox, "1"))),
                "",
                shaft + " is OBSOLETE, which blocks BOM_HEADER.");
        refusal(
                put(routing, ROUTING.formatted("CERTIFIED", workCenter)),
                "",
                shaft + " is OBSOLETE, which blocks ROUTING.");
        put(ofShaft, bomOf(line(10, gearbox, "1")).replace("CERTIFIED", "DRAFT"))
                .then()
                .statusCode(201);
        put(routing, ROUTING.formatted("DRAFT", workCenter)).then().statusCode(201);
    }

    @Test
    void theStatusInAPlantForbidsThereOnly() {
        var shaft = item("SH");
        become(shaft, "ACTIVE", "BLOCKED");

        refusal(
                order(shaft),
                "/itemId",
                shaft + " is BLOCKED, which blocks PRODUCTION_ORDER_HEADER.");
        post("/production-orders", orderOf(shaft).replace("'1000'", "'2000'"))
                .then()
                .statusCode(201);
    }

    @Test
    void whatAWarningIsMeantForIsDone() {
        var shaft = item("SH");
        become(shaft, "PHASE_OUT", null);

        order(shaft).then().statusCode(201);
    }

    @Test
    void aStatusThatKeepsStockWhereItLiesStopsMovementsAndNoReversal() {
        var shaft = item("SH");
        var free = "'to': {'location': 'MAIN', 'stockType': 'UNRESTRICTED'}";
        var found =
                move("ADJUSTMENT", shaft, free, "5", "'reasonCode': 'FOUND'")
                        .jsonPath()
                        .getString("movementId");
        jdbi.useHandle(handle ->
                handle.execute("INSERT INTO usage_policy VALUES ('FROZEN', 'INVENTORY', 'BLOCK')"));
        become(shaft, "FROZEN", null);

        refusal(
                move("ADJUSTMENT", shaft, free, "1", "'reasonCode': 'FOUND'"),
                "/itemId",
                shaft + " is FROZEN, which blocks INVENTORY.");
        post("/movements/" + found + "/reversals", "{'reasonCode': 'WRONG'}")
                .then()
                .statusCode(201);
    }

    private static Response order(String item) {
        return post("/production-orders", orderOf(item));
    }

    private static String orderOf(String item) {
        return "{'orderType': 'STANDARD', 'plant': '1000', 'itemId': '%s', 'revision': 'A', 'quantity': {'value': '1', 'unit': 'EA'}, 'plannedStart': '2026-12-01', 'plannedEnd': '2026-12-02'}"
                .formatted(item);
    }

    private static void become(String item, String status, @Nullable String inPlant) {
        var supply = inPlant == null ? "" : ", 'usageStatus': '%s'".formatted(inPlant);
        put(
                        "/items/" + item,
                        """
                        {'description': '%s', 'type': 'COMPONENT', 'baseUnit': 'EA', 'makeOrBuy': 'BUY', 'usageStatus': '%s',
                         'batchManaged': false, 'serialManaged': false,
                         'plants': [{'plant': '1000', 'supplyLocation': 'MAIN'%s}, {'plant': '2000'}]}
                        """
                                .formatted(item, status, supply),
                        "\"1\"")
                .then()
                .statusCode(200);
    }

    private static void refusal(Response answer, String pointer, String detail) {
        answer.then()
                .statusCode(422)
                .body("violations.code", hasItem("usage-blocked"))
                .body("violations.find { it.code == 'usage-blocked' }.pointer", is(pointer))
                .body("violations.find { it.code == 'usage-blocked' }.detail", is(detail));
    }
}
