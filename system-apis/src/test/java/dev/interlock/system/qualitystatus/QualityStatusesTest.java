package dev.interlock.system.qualitystatus;

import static dev.interlock.system.Calls.get;
import static dev.interlock.system.Calls.post;
import static dev.interlock.system.Purchasing.announce;
import static dev.interlock.system.Purchasing.bring;
import static dev.interlock.system.Purchasing.getAs;
import static dev.interlock.system.Purchasing.ordered;
import static dev.interlock.system.Purchasing.shipped;
import static dev.interlock.system.Purchasing.step;
import static dev.interlock.system.Purchasing.supplied;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.interlock.system.AsErp;
import dev.interlock.system.AsPartnerTier;
import dev.interlock.system.AsQms;
import dev.interlock.system.Masters;
import dev.interlock.system.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// A lot on its way through quality, as its supplier sees it.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class QualityStatusesTest {
    private static String item = "";
    private static String nonconformance = "";

    @Test
    @Order(1)
    @AsErp
    void receivedLotsComeIntoInspection() {
        Masters.plants();
        item = supplied("ACME", true, false);
        var order = ordered("ACME", item);
        String shipment =
                announce(
                                order,
                                shipped(10, "40", ", 'lot': 'L1'")
                                        + ", "
                                        + shipped(10, "60", ", 'lot': 'L2'"))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("shipmentId");
        bring(shipment);
        step(shipment, "receipts", "{}").statusCode(200);
        change("L1", "15", "UNRESTRICTED");
        change("L1", "5", "BLOCKED");
    }

    @Test
    @Order(2)
    @AsPartnerTier
    void eachPartOfALotStandsAsItsStockDoes() {
        of("L1").body("items.status", contains("IN_INSPECTION", "REJECTED", "RELEASED"));
        of("L2").body("items.status", contains("IN_INSPECTION"))
                .body("items.supplierItemId", contains("X-1"));
    }

    @Test
    @Order(3)
    @AsPartnerTier
    void anotherSupplierSeesNothingOfIt() {
        assertThat(getAs("BOREALIS", "/quality-statuses?limit=200").asString())
                .doesNotContain(item, "ACME");
        getAs("BOREALIS", "/quality-statuses?supplierId=ACME")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    /// Whose lot it is need not be said: its supplier sees it held all the same.
    @Test
    @Order(4)
    @AsQms
    void somethingDoesNotConform() {
        nonconformance =
                post(
                                "/nonconformances",
                                """
                                {'itemId': '%s', 'lot': 'L2', 'plant': '1000', 'defectCode': 'CRACK',
                                 'quantity': {'value': '3', 'unit': 'EA'}, 'severity': 'MAJOR', 'description': 'cracks'}
                                """
                                        .formatted(item))
                        .then()
                        .statusCode(201)
                        .body("supplierId", equalTo("ACME"))
                        .extract()
                        .path("nonconformanceId");
    }

    @Test
    @Order(5)
    @AsPartnerTier
    void anOpenNonconformanceHoldsItsLotAndNoOther() {
        of("L2").body("items.status", contains("ON_HOLD"));
        of("L1").body("items.status", hasItem("RELEASED"));
    }

    @Test
    @Order(6)
    @AsErp
    void theBuyerHoldsTheItem() {
        post(
                        "/holds",
                        """
                        {'scope': 'ITEM', 'target': '%s', 'reason': 'cracks', 'nonconformanceId': '%s',
                         'effects': {'consume': true, 'release': false, 'ship': false, 'pay': false}}
                        """
                                .formatted(item, nonconformance))
                .then()
                .statusCode(201);
    }

    @Test
    @Order(7)
    @AsPartnerTier
    void aHoldOnTheItemHoldsAllThatIsNotRejected() {
        of("L1").body("items.status", contains("ON_HOLD", "REJECTED"));
        getAs("ACME", "/quality-statuses?itemId=%s&status=ON_HOLD&limit=1".formatted(item))
                .then()
                .statusCode(200)
                .body("items.lot[0]", org.hamcrest.Matchers.nullValue())
                .body("nextCursor", org.hamcrest.Matchers.notNullValue());
    }

    @Test
    @Order(8)
    @AsPartnerTier
    void pagesMissNothing() {
        String cursor = "";
        var seen = new java.util.ArrayList<String>();
        do {
            var page =
                    getAs(
                                    "ACME",
                                    "/quality-statuses?itemId=%s&limit=1%s"
                                            .formatted(
                                                    item,
                                                    cursor.isEmpty() ? "" : "&cursor=" + cursor))
                            .then()
                            .statusCode(200)
                            .extract();
            seen.add(page.path("items[0].lot") + " " + page.path("items[0].status"));
            cursor = page.path("nextCursor") == null ? "" : page.path("nextCursor");
        } while (!cursor.isEmpty());

        assertThat(seen).containsExactly("null ON_HOLD", "L1 ON_HOLD", "L1 REJECTED", "L2 ON_HOLD");
    }

    private static ValidatableResponse of(String lot) {
        return getAs("ACME", "/quality-statuses?itemId=%s&lot=%s".formatted(item, lot))
                .then()
                .statusCode(200);
    }

    private static void change(String lot, String pieces, String to) {
        post(
                        "/movements",
                        """
                        {'type': 'STOCK_TYPE_CHANGE', 'itemId': '%s', 'plant': '1000', 'lot': '%s',
                         'from': {'location': 'MAIN', 'stockType': 'QUALITY_INSPECTION'},
                         'to': {'location': 'MAIN', 'stockType': '%s'}, 'quantity': {'value': '%s', 'unit': 'EA'}}
                        """
                                .formatted(item, lot, to, pieces))
                .then()
                .statusCode(201);
        get("/balances?itemId=" + item).then().statusCode(200);
    }
}
