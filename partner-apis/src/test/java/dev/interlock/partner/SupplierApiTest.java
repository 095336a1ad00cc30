package dev.interlock.partner;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TiersBelow.class)
class SupplierApiTest {
    @BeforeEach
    void nobodyHasAskedYet() {
        TiersBelow.forget();
    }

    @Test
    @TestSecurity(user = "supplier-acme", permissions = "supplier:orders")
    @OidcSecurity(claims = @Claim(key = "supplier_id", value = "ACME"))
    void aSupplierSeesItsOrderInItsOwnItemNumbersAndNothingOfThePlant() {
        var answer = given().get("/partner/v1/purchase-orders/4500001").then().statusCode(200);

        answer.body("lines[0].supplierItemId", equalTo("ACME-77"))
                .body("lines[0].price.amount", equalTo("12.30"));
        assertThat(answer.extract().asString()).doesNotContain("HS-1200", "1000", "version");
        assertThat(TiersBelow.ASKED_FOR).containsExactly("ACME");
    }

    @Test
    @TestSecurity(user = "supplier-acme", permissions = "supplier:orders")
    @OidcSecurity(claims = @Claim(key = "supplier_id", value = "ACME"))
    void theSupplierComesFromTheTokenWhateverTheHeaderSays() {
        given().header("Interlock-Supplier", "BOREALIS")
                .get("/partner/v1/purchase-orders")
                .then()
                .statusCode(200);

        assertThat(TiersBelow.ASKED_FOR).containsExactly("ACME");
    }

    @Test
    @TestSecurity(user = "supplier-acme", permissions = "supplier:orders")
    @OidcSecurity(claims = @Claim(key = "supplier_id", value = "ACME"))
    void anotherSuppliersOrderAnswersAsUnknown() {
        given().get("/partner/v1/purchase-orders/4500002")
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"))
                .body("instance", equalTo("/partner/v1/purchase-orders/4500002"));
    }

    @Test
    @TestSecurity(user = "supplier-acme", permissions = "supplier:changes")
    @OidcSecurity(claims = @Claim(key = "supplier_id", value = "ACME"))
    void aNoticeTellsOfTheSuppliersPartsAndNotWhatTheyAreBuiltInto() {
        var answer = given().get("/partner/v1/engineering-notices/ECO-7").then().statusCode(200);

        answer.body("parts[0].supplierItemId", equalTo("ACME-77"))
                .body("parts[0].effect", equalTo("REMOVED"));
        assertThat(answer.extract().asString()).doesNotContain("GB-4711", "HS-1200");
    }

    @Test
    @TestSecurity(user = "supplier-acme", permissions = "supplier:changes")
    @OidcSecurity(claims = @Claim(key = "supplier_id", value = "ACME"))
    void aTierBelowThatIsAwayIsSaidSo() {
        given().get("/partner/v1/engineering-notices")
                .then()
                .statusCode(503)
                .header("Retry-After", equalTo("1"))
                .body("system", equalTo("BUYER"));
    }

    @Test
    @TestSecurity(user = "stranger", permissions = "supplier:orders")
    void aTokenWithoutASupplierSeesNothing() {
        given().get("/partner/v1/purchase-orders").then().statusCode(403);

        assertThat(TiersBelow.ASKED_FOR).isEmpty();
    }
}
