package dev.interlock.system.purchase;

import static dev.interlock.system.Calls.fresh;
import static dev.interlock.system.Calls.get;
import static dev.interlock.system.Calls.json;
import static dev.interlock.system.Calls.post;
import static dev.interlock.system.Calls.put;
import static dev.interlock.system.Masters.item;
import static dev.interlock.system.Masters.move;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

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
class PurchaseOrdersTest {
    @BeforeEach
    void masters() {
        Masters.plants();
    }

    @Test
    void areReadAsTheyWereIssued() {
        var bearing = supplied("ACME");
        var number = issued("ACME", bearing);

        get("/purchase-orders/" + number)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("status", is("ORDERED"))
                .body("lines[0].supplierItemId", is("X-1"))
                .body("lines[0].quantity.value", is("100"))
                .body("lines[0].received.value", is("0"))
                .body("lines[0].price.amount", is("3.20"));
        get("/purchase-orders?supplierId=ACME&itemId=" + bearing + "&status=ORDERED")
                .then()
                .body("items.orderNumber", contains(number));
    }

    @Test
    void countWhatArrivesAndWhatIsTakenBack() {
        var bearing = supplied("ACME");
        var number = issued("ACME", bearing);
        var free = "'to': {'location': 'MAIN', 'stockType': 'UNRESTRICTED'}";

        var receipt =
                move(
                        "RECEIPT",
                        bearing,
                        free,
                        "40",
                        "'lot': 'L-1', 'purchaseOrderNumber': '%s'".formatted(number));
        receipt.then().statusCode(201);

        get("/purchase-orders/" + number)
                .then()
                .body("status", is("PARTIALLY_RECEIVED"))
                .body("lines[0].received.value", is("40"));
        post("/movements/" + receipt.path("movementId") + "/reversals", "{}")
                .then()
                .statusCode(201);
        get("/purchase-orders/" + number).then().body("status", is("ORDERED"));
        move(
                "RECEIPT",
                bearing,
                free,
                "100",
                "'lot': 'L-1', 'purchaseOrderNumber': '%s'".formatted(number));
        get("/purchase-orders/" + number).then().body("status", is("RECEIVED"));
    }

    @Test
    void areRefusedWithEveryReasonAtOnce() {
        var bearing = supplied("ACME");

        post(
                        "/purchase-orders",
                        order(fresh("45"), "BOREALIS", bearing).replace("'1000'", "'9999'"))
                .then()
                .statusCode(422)
                .body("violations.code", hasItems("unknown-plant", "not-supplied"));
        post("/purchase-orders", order(fresh("45"), "NOBODY", "NO-SUCH"))
                .then()
                .body("violations.code", hasItems("unknown-supplier", "unknown-item"));
    }

    @Test
    void areRefusedAsASchemaSaysWhenADayIsNoDay() {
        var bearing = supplied("ACME");

        post(
                        "/purchase-orders",
                        order(fresh("45"), "ACME", bearing).replace("2026-11-01", "+99999-01-01"))
                .then()
                .statusCode(400)
                .body("violations.pointer", hasItem("/orderedOn"));
        json("{}").post("/system/v1/purchase-orders").then().statusCode(400);
        given().get("/system/v1/purchase-orders?status=LOST")
                .then()
                .statusCode(400)
                .body("code", not("internal"));
    }

    static String supplied(String supplier) {
        var bearing = item("BR", "EA", true);
        put(
                        "/items/" + bearing + "/suppliers",
                        "{'suppliers': [{'supplierId': '%s', 'supplierItemId': 'X-1', 'preferred': true, 'status': 'APPROVED'}]}"
                                .formatted(supplier))
                .then()
                .statusCode(201);
        return bearing;
    }

    static String issued(String supplier, String item) {
        var number = fresh("45");
        post("/purchase-orders", order(number, supplier, item)).then().statusCode(201);
        return number;
    }

    private static String order(String number, String supplier, String item) {
        return """
        {'orderNumber': '%s', 'supplierId': '%s', 'plant': '1000', 'currency': 'EUR', 'orderedOn': '2026-11-01',
         'lines': [{'line': 10, 'itemId': '%s', 'quantity': {'value': '100', 'unit': 'EA'}, 'requestedOn': '2026-12-01',
                    'price': {'amount': '3.20', 'currency': 'EUR'}}]}
        """
                .formatted(number, supplier, item);
    }
}
