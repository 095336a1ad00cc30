package dev.interlock.system.start;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import dev.interlock.system.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class HealthTest {
    @TestHTTPResource(value = "/health/ready", management = true)
    @Nullable URI ready;

    @Test
    void isReadyWithItsDatabaseAndSaysSoOnTheManagementPortOnly() {
        given().get(Objects.requireNonNull(ready))
                .then()
                .statusCode(200)
                .body("status", is("UP"))
                .body("checks.name", hasItem("Database connections health check"));

        given().get("/q/health/ready").then().statusCode(404);
    }
}
