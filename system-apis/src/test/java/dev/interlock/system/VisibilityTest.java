package dev.interlock.system;

import static dev.interlock.system.Calls.get;
import static dev.interlock.system.Calls.json;
import static dev.interlock.system.Calls.post;
import static dev.interlock.system.Calls.put;
import static dev.interlock.system.Masters.bom;
import static dev.interlock.system.Masters.item;
import static dev.interlock.system.Masters.line;
import static dev.interlock.system.Masters.move;
import static dev.interlock.system.Masters.order;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.Response;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// The same objects, looked at by the ERP, by another plant's MES and by the partner tier for one
/// supplier or another.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class VisibilityTest {
    private static String gear = "";
    private static String bearing = "";
    private static String order = "";
    private static String purchaseOrder = "";
    private static String movement = "";

    @Test
    @Order(1)
    @AsErp
    void theErpSeesEverything() {
        Masters.plants();
        gear = item("GB");
        bearing = item("BR", "EA", true);
        bom(gear, line(10, bearing, "1"));
        put(
                "/items/" + bearing + "/suppliers",
                "{'suppliers': [{'supplierId': 'ACME', 'status': 'APPROVED'}, {'supplierId':"
                        + " 'BOREALIS', 'status': 'PENDING'}]}");
        purchaseOrder = Calls.fresh("45");
        post(
                        "/purchase-orders",
                        """
                        {'orderNumber': '%s', 'supplierId': 'ACME', 'plant': '1000', 'currency': 'EUR', 'orderedOn': '2026-11-01',
                         'lines': [{'line': 10, 'itemId': '%s', 'quantity': {'value': '10', 'unit': 'EA'}, 'requestedOn': '2026-12-01'}]}
                        """
                                .formatted(purchaseOrder, bearing))
                .then()
                .statusCode(201);
        var free = "'to': {'location': 'MAIN', 'stockType': 'UNRESTRICTED'}";
        movement =
                move(
                                "RECEIPT",
                                bearing,
                                free,
                                "4",
                                "'lot': 'L-1', 'purchaseOrderNumber': '%s'"
                                        .formatted(purchaseOrder))
                        .path("movementId");
        move("ADJUSTMENT", bearing, free, "4", "'lot': 'L-2', 'reasonCode': 'FOUND'");
        order = order(gear, "1", 3);

        get("/balances?itemId=" + bearing).then().body("items.lot", contains("L-1", "L-2"));
        get("/purchase-orders/" + purchaseOrder).then().statusCode(200);
    }

    @Test
    @Order(2)
    @TestSecurity(
            user = "mes-2000",
            permissions = {
                "item:read",
                "inventory:read",
                "inventory:write",
                "order:read",
                "order:write"
            })
    @OidcSecurity(
            claims = {
                @Claim(key = "azp", value = "mes-2000"),
                @Claim(key = "plants", value = "2000")
            })
    void anotherPlantsObjectsAreUnknownToAMes() {
        get("/items/" + gear).then().statusCode(200).body("plants.plant", contains("2000"));
        get("/plants/1000").then().statusCode(404);
        get("/production-orders/" + order).then().statusCode(404);
        get("/production-orders/" + order + "/dossier").then().statusCode(404);
        get("/production-orders?itemId=" + gear).then().body("items", empty());
        get("/items/" + gear + "/revisions/A/boms/1000").then().statusCode(404);
        get("/items/" + gear + "/dossier?revision=A&plant=1000")
                .then()
                .statusCode(200)
                .body("structures[0].bom", nullValue())
                .body("components", empty())
                .body("productionOrders", empty());
        get("/items/" + bearing + "/dossier")
                .then()
                .statusCode(200)
                .body("balances", empty())
                .body("purchaseOrders", empty());
        get("/items/" + bearing + "/where-used").then().body("items", empty());
        get("/balances?itemId=" + bearing).then().body("items", empty());
        get("/movements/" + movement).then().statusCode(404);
        get("/purchase-orders/" + purchaseOrder).then().statusCode(404);
        post("/movements/" + movement + "/reversals", "{}").then().statusCode(404);
        post("/production-orders/" + order + "/locks", "{}").then().statusCode(404);
        Shift.confirm(order, 10, 1, 0).then().statusCode(404);
        get("/production-orders/" + order + "/confirmations").then().statusCode(404);
        post("/reservations", "{'orderNumber': '%s'}".formatted(order)).then().statusCode(422);
        move(
                        "ISSUE",
                        bearing,
                        "'from': {'location': 'MAIN', 'stockType': 'UNRESTRICTED'}",
                        "1",
                        "'lot': 'L-1'")
                .then()
                .statusCode(422)
                .body("violations.code", hasItem("unknown-plant"));
        put("/items/" + gear, "{}").then().statusCode(403).body("code", is("insufficient-scope"));
    }

    @Test
    @Order(3)
    @TestSecurity(
            user = "partner-apis",
            permissions = {"item:read", "inventory:read", "order:read", "order:write"})
    @OidcSecurity(claims = @Claim(key = "azp", value = "partner-apis"))
    void aSupplierSeesItsOwnAndNoMore() {
        as("ACME", "/purchase-orders/" + purchaseOrder).then().statusCode(200);
        as("ACME", "/purchase-orders?itemId=" + bearing)
                .then()
                .body("items.orderNumber", contains(purchaseOrder));
        as("ACME", "/items/" + bearing).then().statusCode(200).body("plants", empty());
        as("ACME", "/items/" + bearing + "/suppliers")
                .then()
                .body("suppliers.supplierId", contains("ACME"));
        as("ACME", "/items/" + bearing + "/unit-conversions").then().statusCode(200);
        as("ACME", "/items/" + gear + "/suppliers").then().statusCode(404);
        as("ACME", "/items/" + gear + "/unit-conversions").then().statusCode(404);
        as("ACME", "/balances?itemId=" + bearing).then().body("items.lot", contains("L-1"));
        as("ACME", "/movements?itemId=" + bearing).then().body("items.lot", contains("L-1"));
        as("ACME", "/items?limit=200").then().body("items.itemId", everyItem(not(is(gear))));

        as("BOREALIS", "/purchase-orders/" + purchaseOrder).then().statusCode(404);
        as("BOREALIS", "/purchase-orders?itemId=" + bearing).then().body("items", empty());
        as("BOREALIS", "/balances?itemId=" + bearing).then().body("items", empty());
        as("BOREALIS", "/movements/" + movement).then().statusCode(404);
        as("BOREALIS", "/suppliers/ACME").then().statusCode(404);
    }

    @Test
    @Order(4)
    @TestSecurity(
            user = "partner-apis",
            permissions = {"item:read", "inventory:read", "order:read", "order:write"})
    @OidcSecurity(claims = @Claim(key = "azp", value = "partner-apis"))
    void noSupplierSeesStructuresOrProduction() {
        as("ACME", "/items/" + gear).then().statusCode(404);
        as("ACME", "/items/" + gear + "/revisions").then().statusCode(404);
        as("ACME", "/items/" + gear + "/revisions/A/boms/1000").then().statusCode(404);
        as("ACME", "/items/" + bearing + "/where-used").then().statusCode(404);
        as("ACME", "/items/" + bearing + "/bom-explosion?plant=1000").then().statusCode(404);
        as("ACME", "/production-orders/" + order).then().statusCode(404);
        as("ACME", "/production-orders?itemId=" + gear).then().body("items", empty());
        as("ACME", "/reservations").then().body("items", empty());
        json("{}")
                .header("Interlock-Supplier", "ACME")
                .header("Idempotency-Key", "a-key-of-16-chars-or-more")
                .post("/system/v1/production-orders/" + order + "/locks")
                .then()
                .statusCode(404);
    }

    @Test
    @Order(5)
    @TestSecurity(
            user = "partner-apis",
            permissions = {"order:read"})
    @OidcSecurity(claims = @Claim(key = "azp", value = "partner-apis"))
    void thePartnerTierMustNameTheSupplier() {
        get("/purchase-orders/" + purchaseOrder).then().statusCode(403);
    }

    @Test
    @Order(6)
    @AsErp
    void fromAnyoneElseTheHeaderMeansNothing() {
        as("BOREALIS", "/purchase-orders/" + purchaseOrder).then().statusCode(200);
    }

    private static Response as(String supplier, String path) {
        return given().header("Interlock-Supplier", supplier).get("/system/v1" + path);
    }
}
