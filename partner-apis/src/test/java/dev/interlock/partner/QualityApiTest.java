package dev.interlock.partner;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TiersBelow.class)
@TestSecurity(user = "supplier-acme", permissions = "supplier:quality")
@OidcSecurity(claims = @Claim(key = "supplier_id", value = "ACME"))
class QualityApiTest {
    private static final RestAssuredConfig AS_IT_IS =
            RestAssuredConfig.config()
                    .encoderConfig(
                            EncoderConfig.encoderConfig()
                                    .appendDefaultContentCharsetToContentTypeIfUndefined(false));

    private static final String KEY = "acme-key-0000000009";
    private static final String ACTION = "/partner/v1/corrective-actions/CA-1";
    private static final int TEN_MIB = 10 << 20;

    private static final String ATTACHED =
            """
            {"attachmentId": "AT-1", "correctiveActionId": "CA-1", "filename": "photo 1.png", "mediaType": "image/png",
             "size": 8, "sha256": "00", "side": "SUPPLIER", "uploadedAt": "2026-11-22T10:00:00Z"}\
            """;

    @BeforeEach
    void nobodyHasAskedYet() {
        TiersBelow.forget();
    }

    @Test
    void aFileGoesDownAsItCame() {
        TiersBelow.nextWriteIsAnswered(201, ATTACHED);
        TiersBelow.HEADERS.put("Location", "/system/v1/corrective-actions/CA-1/attachments/AT-1");
        var file = new byte[TEN_MIB];
        Arrays.fill(file, (byte) 'x');

        attach(file)
                .then()
                .statusCode(201)
                .header("Location", equalTo(null))
                .body("attachmentId", equalTo("AT-1"));

        var came = TiersBelow.CAME.getFirst();
        assertThat(came.path())
                .isEqualTo(
                        "/system/v1/corrective-actions/CA-1/attachments?filename=photo%201.png&discipline=D3");
        assertThat(came.header("Content-Type")).isEqualTo("image/png");
        assertThat(came.header("Interlock-Supplier")).isEqualTo("ACME");
        assertThat(came.header("Idempotency-Key")).matches("[0-9a-f]{64}");
        assertThat(came.body()).isEqualTo(file);
    }

    @Test
    void theFilesOfACorrectiveActionAreListedWithoutAnythingOfThePlant() {
        given().get(ACTION + "/attachments")
                .then()
                .statusCode(200)
                .body("items[0].filename", equalTo("photo 1.png"))
                .body("items[0].discipline", equalTo("D3"))
                .body("items[0].by", equalTo(null));
        given().get("/partner/v1/corrective-actions/CA-9/attachments").then().statusCode(404);

        assertThat(TiersBelow.ASKED_FOR).containsOnly("ACME");
    }

    @Test
    void aFileOfMoreThanTenMebibytesGoesNowhere() {
        attach(new byte[TEN_MIB + 1]).then().statusCode(413);

        assertThat(TiersBelow.CAME).isEmpty();
    }

    @Test
    void anyOtherBodyIsMuchSmaller() {
        given().contentType("application/json")
                .header("Idempotency-Key", KEY)
                .body("{\"reason\": \"" + "x".repeat(256 << 10) + "\"}")
                .post(ACTION + "/declines")
                .then()
                .statusCode(413);

        assertThat(TiersBelow.CAME).isEmpty();
    }

    @Test
    void aDisciplineIsWrittenOverWhatWasRead() {
        TiersBelow.nextWriteIsAnswered(
                200,
                """
                {"discipline": "D1", "content": {"leader": "Ann"}, "version": 2, "updatedAt": "2026-11-22T10:00:00Z"}\
                """);
        TiersBelow.HEADERS.put("ETag", "\"2\"");

        given().contentType("application/json")
                .header("If-Match", "\"1\"")
                .body("{\"leader\": \"Ann\", \"members\": [{\"name\": \"Bo\", \"role\": \"x\"}]}")
                .put(ACTION + "/disciplines/D1")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""));

        var came = TiersBelow.CAME.getFirst();
        assertThat(came.header("If-Match")).isEqualTo("\"1\"");
        assertThat(came.headers()).doesNotContainKey("Idempotency-key");
    }

    @Test
    void aDisciplineThatIsNotWhatItShouldBeStaysHere() {
        given().contentType("application/json")
                .body("{\"members\": []}")
                .put(ACTION + "/disciplines/D1")
                .then()
                .statusCode(400)
                .body("violations.pointer", containsInAnyOrder("/leader", "/members"));

        assertThat(TiersBelow.CAME).isEmpty();
    }

    @Test
    void staleAndMissingPreconditionsAreToldAsSuch() {
        TiersBelow.nextWriteIsAnswered(412, "{\"code\": \"stale\"}");
        writeD8().then().statusCode(412).body("code", equalTo("stale"));
        TiersBelow.nextWriteIsAnswered(428, "{\"code\": \"precondition-required\"}");
        writeD8().then().statusCode(428).body("code", equalTo("precondition-required"));
        TiersBelow.nextWriteIsAnswered(404, "{\"code\": \"not-found\", \"detail\": \"row 8\"}");
        writeD8().then().statusCode(404).body("detail", containsString("CA-1"));
    }

    private static Response writeD8() {
        return given().contentType("application/json")
                .body("{\"summary\": \"done\", \"completedOn\": \"2026-12-20\"}")
                .put(ACTION + "/disciplines/D8");
    }

    private static Response attach(byte[] file) {
        return given().config(AS_IT_IS)
                .contentType("image/png")
                .header("Idempotency-Key", KEY)
                .queryParam("filename", "photo 1.png")
                .queryParam("discipline", "D3")
                .body(file)
                .post(ACTION + "/attachments");
    }
}
