package dev.interlock.system;

import static dev.interlock.system.Calls.post;
import static dev.interlock.system.Purchasing.supplied;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Whatever is sent about notifications and corrective actions, from either side, the answer is a
/// success or a problem document that blames the caller.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class HostileQualityInputTest {
    private static final int REQUESTS = Integer.getInteger("hostile.requests", 1500) / 3;

    private final Random random = new Random(4712);
    private final Mutations mutations = new Mutations(random);

    private record Write(String method, String path, String body) {}

    @Test
    @AsQms
    void fromTheBuyerIsNeverOurFault() {
        Masters.plants();
        var item = supplied("ACME", true, false);
        var notification =
                post("/quality-notifications", notification(item)).<String>path("notificationId");
        var action = post("/corrective-actions", action(item)).<String>path("correctiveActionId");

        everyAnswerIsFair(
                "",
                List.of(
                        new Write("POST", "/quality-notifications", notification(item)),
                        new Write(
                                "POST",
                                "/quality-notifications/" + notification + "/sendings",
                                "{'remark': 'x'}"),
                        new Write("POST", "/corrective-actions", action(item)),
                        new Write(
                                "POST",
                                "/corrective-actions/" + action + "/decisions",
                                "{'decision': 'RETURN', 'reason': 'x'}"),
                        new Write(
                                "POST",
                                "/corrective-actions/" + action + "/verifications",
                                "{'result': 'EFFECTIVE'}")));
    }

    @Test
    @AsPartnerTier
    void fromTheSupplierIsNeverOurFault() {
        everyAnswerIsFair(
                "ACME",
                List.of(
                        new Write(
                                "PUT",
                                "/corrective-actions/CA-72000001/disciplines/D2",
                                "{'what': 'x', 'where': 'y', 'firstSeenOn': '2026-11-01', 'extent':"
                                        + " '3'}"),
                        new Write(
                                "PUT",
                                "/corrective-actions/CA-72000001/disciplines/D4",
                                "{'causes': [{'kind': 'OCCURRENCE', 'method': 'FIVE_WHYS', 'cause':"
                                        + " 'x', 'evidence': 'y'}]}"),
                        new Write(
                                "POST",
                                "/corrective-actions/CA-72000001/submissions",
                                "{'stage': 'PLAN'}"),
                        new Write(
                                "POST",
                                "/quality-notifications/QN-71000001/declines",
                                "{'reason': 'x'}")));
    }

    private void everyAnswerIsFair(String supplier, List<Write> writes) {
        var queries =
                List.of(
                        "/quality-notifications?severity=%s",
                        "/quality-notifications?cursor=%s",
                        "/quality-notifications/%s",
                        "/corrective-actions?status=%s&supplierId=%1$s",
                        "/corrective-actions/%s",
                        "/corrective-actions/%s/attachments",
                        "/corrective-actions/CA-72000001/attachments/%s",
                        "/corrective-actions/%s/disciplines/D1");
        for (var i = 0; i < REQUESTS; i++) {
            var write = writes.get(random.nextInt(writes.size()));
            var body = mutations.of(write.body().replace('\'', '"'));
            var request =
                    given().urlEncodingEnabled(false)
                            .contentType("application/json")
                            .body(body.getBytes(StandardCharsets.UTF_8))
                            .header("Interlock-Supplier", supplier)
                            .header("Idempotency-Key", UUID.randomUUID().toString());
            isFair(
                    request.request(write.method(), "/system/v1" + write.path()),
                    write.path() + " " + body);
            var path =
                    "/system/v1"
                            + queries.get(random.nextInt(queries.size()))
                                    .formatted(
                                            URLEncoder.encode(
                                                    mutations.value(), StandardCharsets.UTF_8));
            isFair(
                    given().urlEncodingEnabled(false)
                            .header("Interlock-Supplier", supplier)
                            .get(path),
                    path);
        }
    }

    private static void isFair(Response answer, String request) {
        assertThat(answer.statusCode()).as(request).isLessThan(500);
        if (answer.statusCode() >= 400) {
            assertThat(answer.contentType()).as(request).startsWith("application/problem+json");
        }
    }

    private static String notification(String item) {
        return """
        {'type': 'ALERT', 'supplierId': 'ACME', 'plant': '1000', 'title': 'x', 'description': 'y', 'severity': 'MAJOR',
         'affected': [{'itemId': '%s', 'lot': 'L-1', 'serials': ['S-1']}], 'answerBy': '2026-12-01'}
        """
                .formatted(item);
    }

    private static String action(String item) {
        return """
        {'supplierId': 'ACME', 'plant': '1000', 'itemId': '%s', 'lot': 'L-1', 'title': 'x', 'description': 'y', 'severity': 'MAJOR',
         'dueDates': [{'stage': 'PLAN', 'dueOn': '2026-12-24'}]}
        """
                .formatted(item);
    }
}
