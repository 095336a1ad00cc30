package dev.interlock.partner;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import dev.interlock.partner.limit.LimitSettings;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Three requests in an hour, so that a test can see the last one.
@QuarkusTest
@QuarkusTestResource(TiersBelow.class)
@TestProfile(RateLimitTest.Three.class)
@SuppressWarnings("NullAway.Init")
class RateLimitTest {
    @Inject AgroalDataSource pool;
    @Inject LimitSettings settings;

    public static class Three implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("interlock.limits.requests", "3", "interlock.limits.window", "PT1H");
        }
    }

    @Test
    @TestSecurity(user = "supplier-flood", permissions = "supplier:orders")
    @OidcSecurity(claims = @Claim(key = "supplier_id", value = "FLOOD"))
    void whoAsksTooOftenIsToldWhenToComeBack() {
        for (var left = 2; left >= 0; left--) {
            orders().then()
                    .statusCode(200)
                    .header(
                            "RateLimit-Policy",
                            startsWith(
                                    "\"supplier\";q=3;w=3600, \"burst\";q=20;w=1,"
                                            + " \"at-once\";q=4"))
                    .header("RateLimit", matchesPattern("\"supplier\";r=" + left + ";t=[0-9]+"));
        }

        for (var i = 0; i < 2; i++) {
            orders().then()
                    .statusCode(429)
                    .contentType("application/problem+json")
                    .body("code", equalTo("too-many-requests"))
                    .header("Retry-After", matchesPattern("1[12][0-9]{2}"))
                    .header("RateLimit", matchesPattern("\"supplier\";r=0;t=1[12][0-9]{2}"));
        }
    }

    @Test
    @TestSecurity(user = "supplier-calm", permissions = "supplier:orders")
    @OidcSecurity(claims = @Claim(key = "supplier_id", value = "CALM"))
    void anotherSuppliersFloodLeavesTheOthersTheirOwn() {
        orders().then().statusCode(200);
    }

    @Test
    void bucketsMayBeForgottenInACrashAndNothingElseIsInThisSchema() throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            try (var commit = statement.executeQuery("SHOW synchronous_commit")) {
                assertThat(commit.next()).isTrue();
                assertThat(commit.getString(1)).isEqualTo("off");
            }
            try (var tables =
                    statement.executeQuery(
                            "SELECT count(*) FROM pg_tables WHERE schemaname = 'partner' AND"
                                    + " tablename NOT IN ('bucket', 'flyway_schema_history')")) {
                assertThat(tables.next()).isTrue();
                assertThat(tables.getInt(1)).isZero();
            }
        }
    }

    @Test
    void eachReplicaTakesFourAtOnceAndAsManyInASecondAsItSays() {
        assertThat(settings.burst()).isEmpty();
        assertThat(settings.atOnce()).isEqualTo(4);
        assertThat(settings.window()).isEqualTo(Duration.ofHours(1));
    }

    private static Response orders() {
        return given().get("/partner/v1/purchase-orders");
    }
}
