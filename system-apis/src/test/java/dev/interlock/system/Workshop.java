package dev.interlock.system;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;

/// The process tier at work: the tier over HTTP, with a real database and the plant behind it.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(PlantForTests.class)
@TestSecurity(
        user = "process-apis",
        permissions = {
            "shopfloor:read",
            "shopfloor:write",
            "warehouse:read",
            "warehouse:write",
            "quality:read",
            "quality:write",
            "engineering:read",
            "engineering:write",
            "events:read"
        })
@OidcSecurity(claims = @Claim(key = "azp", value = "process-apis"))
public abstract class Workshop {
    @AfterEach
    void mendEverything() {
        given().delete(control("/faults")).then().statusCode(200);
        for (var target : new String[] {"MES", "QMS", "PLM", "WMS"}) {
            remembers(target, true);
        }
    }

    protected static Response get(String path) {
        return given().get("/system/v1" + path);
    }

    protected static Response put(String path, String body) {
        return keyed(key()).body(body).put("/system/v1" + path);
    }

    protected static Response post(String path, String body) {
        return keyed(key()).body(body).post("/system/v1" + path);
    }

    protected static RequestSpecification keyed(String key) {
        return given().contentType("application/json").header("Idempotency-Key", key);
    }

    /// As a run's effect keys are: the run, a dot, the step.
    protected static String key() {
        return UUID.randomUUID() + ".step";
    }

    protected static String unique(String prefix) {
        return prefix + UUID.randomUUID().toString().substring(0, 8);
    }

    protected static void fault(String target, String mode) {
        given().contentType("application/json")
                .body(
                        "{\"mode\": \"%s\", \"delayMs\": %d}"
                                .formatted(mode, mode.equals("SLOW") ? 5000 : 0))
                .put(control("/faults/" + target))
                .then()
                .statusCode(200);
    }

    protected static void mend(String target) {
        given().delete(control("/faults/" + target)).then().statusCode(200);
    }

    protected static void remembers(String target, boolean dedupes) {
        given().contentType("application/json")
                .body("{\"dedupes\": %s}".formatted(dedupes))
                .put(control("/targets/" + target))
                .then()
                .statusCode(200);
    }

    /// How often the plant has performed something under the key.
    protected static int effects(String effectKey) {
        return given().get(control("/effects?effectKey=" + effectKey)).jsonPath().getInt("count");
    }

    /// The answer once the tier neither waits for an earlier attempt to settle nor spares the back
    /// end, as a run asks: again and again.
    protected static Response settled(Supplier<Response> attempt) throws InterruptedException {
        var answer = attempt.get();
        for (var again = 0; again < 50 && Set.of(409, 503).contains(answer.statusCode()); again++) {
            Thread.sleep(200);
            answer = attempt.get();
        }
        return answer;
    }

    private static String control(String path) {
        return ConfigProvider.getConfig().getValue("test.plant", String.class) + path;
    }
}
