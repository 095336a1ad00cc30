package dev.interlock.process.notice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.interlock.platform.json.StrictJson;
import dev.interlock.process.Workbench;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two walls stand around what a supplier is told: every query asks for it, and the database gives
/// nothing else.
@QuarkusTest
@TestSecurity(user = "partner-apis", permissions = "notice:read")
@OidcSecurity(claims = @Claim(key = "azp", value = "partner-apis"))
@SuppressWarnings("NullAway.Init")
class SupplierWallTest extends Workbench {
    private static final String WHOSE = "SELECT DISTINCT supplier_id FROM supplier_notice";

    @Inject SupplierNotices notices;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @BeforeEach
    void aChangeIsToldToTwoSuppliers() throws InterruptedException, JsonProcessingException {
        var change = "ECO-" + UUID.randomUUID().toString().substring(0, 8);
        var run = start("rehearsal", "change:" + change, Set.of());
        for (var supplier : new String[] {"ACME", "BOREALIS"}) {
            var notice =
                    StrictJson.mapper()
                            .readTree(
                                    """
                                    {"supplierId": "%s", "changeNumber": "%s", "changeVersion": 1, "title": "Bearing",
                                     "effectivity": {"kind": "IMMEDIATE"}, "parts": []}
                                    """
                                            .formatted(supplier, change));
            jdbi.useTransaction(handle -> notices.issue(handle, run, notice));
        }
    }

    @Test
    void aConnectionThatNobodyToldSeesNothing() {
        try (var handle = untold()) {
            assertThat(handle.createQuery(WHOSE).mapTo(String.class).list()).isEmpty();
        }
    }

    @Test
    void aConnectionForASupplierSeesThatSuppliersWhateverTheQuery() {
        try (var handle = untold()) {
            handle.execute("SELECT set_config('interlock.supplier', 'ACME', false)");

            assertThat(handle.createQuery(WHOSE).mapTo(String.class).list())
                    .containsExactly("ACME");
            assertThat(
                            handle.execute(
                                    "UPDATE supplier_notice SET title = 'x' WHERE supplier_id ="
                                            + " 'BOREALIS'"))
                    .isZero();
        }
    }

    @Test
    void theTierItselfSeesEverybodysAndAPartnersRequestItsOwn() {
        List<String> everybody =
                jdbi.withHandle(handle -> handle.createQuery(WHOSE).mapTo(String.class).list());
        assertThat(everybody).contains("ACME", "BOREALIS");

        given().header("Interlock-Supplier", "ACME")
                .get("/process/v1/supplier-notices?limit=200")
                .then()
                .statusCode(200)
                .body("items.supplierId", everyItem(equalTo("ACME")))
                .body("items", not(equalTo(List.of())));
    }

    private Handle untold() {
        return Jdbi.create(url, user, password).open();
    }
}
