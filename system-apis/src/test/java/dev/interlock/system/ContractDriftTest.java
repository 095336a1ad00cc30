package dev.interlock.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the tier serves is what has been published. After a change that is meant, `mvn -pl
/// system-apis -am test -Dtest=ContractDriftTest -Dsurefire.failIfNoSpecifiedTests=false
/// -Dcontracts.update=true` writes the contracts anew, to be reviewed.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ContractDriftTest {
    private static final Path CONTRACTS = Path.of("..", "openapi", "contracts");

    @ParameterizedTest
    @ValueSource(strings = {"item", "inventory", "order"})
    void codeAndContractAreTheSame(String api) throws IOException {
        var served =
                given().get("/system/openapi/" + api)
                        .then()
                        .statusCode(200)
                        .extract()
                        .body()
                        .asByteArray();
        var file = CONTRACTS.resolve("system-" + api + "-v1.yaml");

        if (Boolean.getBoolean("contracts.update")) {
            Files.createDirectories(CONTRACTS);
            Files.write(file, served);
        }

        assertThat(new String(served, StandardCharsets.UTF_8))
                .as(
                        "%s is not what the code says: see the comment of this test",
                        file.getFileName())
                .isEqualTo(Files.readString(file));
    }
}
