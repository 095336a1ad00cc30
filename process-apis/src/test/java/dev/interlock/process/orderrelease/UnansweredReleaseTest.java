package dev.interlock.process.orderrelease;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.process.Workbench;
import dev.interlock.process.check.Finding;
import dev.interlock.process.check.Finding.Outcome;
import dev.interlock.process.run.Verdict.Unanswered;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestSecurity(user = "erp", permissions = "release:execute")
@SuppressWarnings("NullAway.Init")
class UnansweredReleaseTest extends Workbench {
    private static final String DOSSIER = "/system/v1/production-orders/100001/dossier";

    @Inject ReleaseProcess process;

    /// As when the ERP fails between a release's registration and its turn.
    @Test
    void anOrderThatCannotBeReadSaysWhoDidNotAnswer() throws InterruptedException {
        below.says(
                DOSSIER,
                """
                {"order":
                  {"orderNumber": "100001", "orderType": "STANDARD", "plant": "1000", "itemId": "GB-4711", "revision": "B",
                   "quantity": {"value": "5", "unit": "EA"}, "plannedStart": "2999-01-01", "plannedEnd": "2999-01-02",
                   "lifecycle": "CREATED", "flags": [], "components": [], "operations": [], "version": 3}}
                """);
        var release =
                given().contentType(ContentType.JSON)
                        .header("Idempotency-Key", key())
                        .body(Map.of("orderNumber", "100001"))
                        .post("/process/v1/releases")
                        .then()
                        .statusCode(422)
                        .extract()
                        .<String>path("releaseId");
        below.says(DOSSIER, "<html>it works!</html>");

        var verdict = process.decide(view(release).run());

        assertThat(verdict)
                .isEqualTo(
                        new Unanswered(
                                List.of(
                                        new Finding(
                                                "order-status",
                                                Outcome.UNANSWERED,
                                                "The order may be released",
                                                "ERP gave an answer that makes no sense.",
                                                Map.of(),
                                                null,
                                                "ERP",
                                                0)),
                                false));
    }
}
