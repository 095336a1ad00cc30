package dev.interlock.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.sandbox.contract.PublishedContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ContractsTest {
    @ParameterizedTest
    @CsvSource({
        "item,/system/v1/items/{itemId},18",
        "inventory,/system/v1/movements,11",
        "order,/system/v1/production-orders/{orderNumber},28",
        "warehouse,/system/v1/staging-requests/{orderNumber},3",
        "shopfloor,/system/v1/job-orders/{orderNumber},4",
        "quality,/system/v1/nonconformances/{id},38",
        "engineering,/system/v1/engineering-changes/{changeNumber},3",
        "events,/system/v1/events,2"
    })
    void areServedOnePerApi(String api, String path, int paths) {
        var contract =
                given().get("/system/openapi/" + api + "?format=json")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();

        assertThat(contract.<Map<String, ?>>get("paths"))
                .containsKey(path)
                .hasSizeLessThanOrEqualTo(paths);
        assertThat(contract.getString("openapi")).startsWith("3.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "item",
                "inventory",
                "order",
                "warehouse",
                "shopfloor",
                "quality",
                "engineering",
                "events"
            })
    void areServedAsPublished(String api) {
        var served =
                given().get("/system/openapi/" + api).then().statusCode(200).extract().asString();

        assertThat(served).isEqualTo(PublishedContract.of("system", api).heldAgainst(served));
    }
}
