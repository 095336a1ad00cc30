package dev.interlock.process.eco;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItem;

import dev.interlock.process.Workbench;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestSecurity(user = "plm", permissions = "eco:read")
@OidcSecurity(claims = @Claim(key = "azp", value = "plm"))
class ImpactAnalysesTest extends Workbench {
    @Test
    void aShipmentThatHasDepartedIsFound() {
        below.says(
                "/system/v1/items/GB-1/dossier",
                """
                {"item": {"itemId": "GB-1", "description": "Gearbox", "type": "FINISHED_GOOD", "baseUnit": "EA", "batchManaged": false, "plants": []},
                 "purchaseOrders": [{"orderNumber": "4500001", "supplierId": "ACME", "plant": "1000", "status": "SHIPPED",
                   "lines": [{"line": 1, "itemId": "GB-1", "quantity": {"value": "9", "unit": "EA"}, "shipped": {"value": "9", "unit": "EA"}}]}]}
                """);
        below.says(
                "/system/v1/shipments",
                """
                {"items": [{"shipmentId": "S-1", "supplierId": "ACME", "orderNumber": "4500001", "plant": "3000", "status": "IN_TRANSIT",
                  "lines": [{"line": 1, "itemId": "GB-1", "quantity": {"value": "9", "unit": "EA"}, "serials": []}]}]}
                """);

        given().contentType("application/json")
                .body(
                        """
                        {"change": {"changeNumber": "ECO-SENT", "type": "ORDER", "title": "Longer shaft", "status": "APPROVED",
                          "effectivity": {"kind": "IMMEDIATE"}, "version": 1,
                          "items": [{"itemId": "GB-1", "fromRevision": "B", "toRevision": "C", "plants": ["1000"]}]}}
                        """)
                .post("/process/v1/impact-analyses")
                .then()
                .statusCode(200)
                .body("items[0].inTransit.plant", hasItem("3000"));
    }
}
