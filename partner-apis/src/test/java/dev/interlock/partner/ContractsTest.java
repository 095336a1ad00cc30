package dev.interlock.partner;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.sandbox.contract.PublishedContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TiersBelow.class)
class ContractsTest {
    @ParameterizedTest
    @ValueSource(strings = {"supplier", "quality"})
    void serveWhatIsPublished(String api) {
        var served =
                given().get("/partner/openapi/" + api).then().statusCode(200).extract().asString();

        assertThat(served).isEqualTo(PublishedContract.of("partner", api).heldAgainst(served));
        assertThat(served).startsWith("---\nopenapi: 3.1.0").contains("/partner/v1/");
    }
}
