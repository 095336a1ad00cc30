package dev.interlock.portal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.interlock.platform.problem.ProblemType;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@SuppressWarnings("NullAway.Init")
class PortalTest {
    @Inject Catalogue catalogue;

    @Test
    void listsEveryApiByTier() {
        var page = given().get("/").then().statusCode(200).extract().asString();

        assertThat(catalogue.tiers()).hasSize(3);
        for (var tier : catalogue.tiers()) {
            assertThat(page).contains(tier.title());
            tier.apis().forEach(api -> assertThat(page).contains(api.page(), api.title()));
        }
    }

    @Test
    void showsThePublishedContractWhileItsTierIsAway() {
        for (var tier : catalogue.tiers()) {
            for (var api : tier.apis()) {
                given().get("/contracts/" + api.tier() + "/" + api.name())
                        .then()
                        .statusCode(200)
                        .body(containsString("openapi: 3.1"))
                        .body(containsString("/" + api.tier() + "/v1/"));
            }
        }
    }

    @Test
    void explainsEveryProblem() {
        for (var type : ProblemType.values()) {
            given().get(type.type())
                    .then()
                    .statusCode(200)
                    .body(containsString(type.title().replace("'", "&#39;")));
        }
    }

    @Test
    void loadsNothingFromElsewhere() {
        var answer = given().get("/apis/process/eco").then().statusCode(200);

        answer.header("Content-Security-Policy", containsString("default-src 'self'"));
        assertThat(answer.extract().asString()).doesNotContain("http://", "https://");
        given().get("/webjars/scalar/scalar.js").then().statusCode(200);
    }

    @Test
    void answersAnUnknownApiWithAProblem() {
        given().get("/apis/system/teapots")
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
    }
}
