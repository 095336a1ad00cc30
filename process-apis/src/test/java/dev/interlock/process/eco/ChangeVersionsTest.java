package dev.interlock.process.eco;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.platform.json.StrictJson;
import dev.interlock.process.TierBelow;
import dev.interlock.process.Workbench;
import dev.interlock.process.notice.SupplierNotices;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// A change comes in versions, each of which says one thing, one after the other.
@QuarkusTest
@TestSecurity(
        user = "plm",
        permissions = {"eco:read", "eco:propagate", "operations:read"})
@OidcSecurity(claims = @Claim(key = "azp", value = "plm"))
@SuppressWarnings("NullAway.Init")
class ChangeVersionsTest extends Workbench {
    private static final String CHANGE =
            """
            {"change": {"changeNumber": "CHANGE", "type": "ORDER", "title": "Longer shaft", "status": "APPROVED",
              "effectivity": {"kind": "IMMEDIATE"}, "version": VERSION,
              "items": [{"itemId": "ITEM", "fromRevision": "B", "toRevision": "C", "plants": ["1000"]}]}}
            """;

    @Inject SupplierNotices notices;

    /// The second version names the right item: it may not overtake the first.
    @Test
    void versionsOfOneChangeGoOneAfterTheOther() {
        away("ECO-V1");
        var first = propose("ECO-V1", 1, "GB-1").path("propagationId").toString();

        var second = propose("ECO-V1", 2, "GB-2").path("propagationId").toString();

        var status = get("/propagations/" + second).path("status").toString();
        List<String> waitingFor = get("/propagations/" + second).path("waitingFor");
        cancel(first);
        cancel(second);
        assertThat(status).isEqualTo("QUEUED");
        assertThat(waitingFor).containsExactly(first);
    }

    @Test
    void anOlderVersionDoesNotWriteOverTheNoticeOfANewerOne() throws Exception {
        var run = start("rehearsal", "change:ECO-V2", Set.of());
        for (var version : new int[] {2, 1}) {
            var notice =
                    StrictJson.mapper()
                            .readTree(
                                    """
                                    {"supplierId": "ACME", "changeNumber": "ECO-V2", "changeVersion": %d, "title": "Bearing",
                                     "effectivity": {"kind": "IMMEDIATE"}, "parts": []}
                                    """
                                            .formatted(version));
            jdbi.useTransaction(handle -> notices.issue(handle, run, notice));
        }

        assertThat(notices.find("ACME", "ECO-V2").orElseThrow().changeVersion()).isEqualTo(2);
    }

    @Test
    void oneVersionWithTwoContentsAtOnceIsNoBug() throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (var i = 0; i < 5; i++) {
            var change = "ECO-V3-" + i;
            away(change);
            var together = new CyclicBarrier(2);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Callable<Response>> both =
                        List.of(
                                () -> {
                                    together.await();
                                    return propose(change, 1, "GB-31");
                                },
                                () -> {
                                    together.await();
                                    return propose(change, 1, "GB-32");
                                });
                for (Future<Response> one : threads.invokeAll(both)) {
                    statuses.add(one.get().statusCode());
                    if (one.get().statusCode() == 202) {
                        cancel(one.get().path("propagationId"));
                    }
                }
            }
        }

        assertThat(statuses).allMatch(status -> status == 202 || status == 422);
    }

    /// PLM, read through the system tier, says the same with its empty lists and in its own order.
    @Test
    void whatPlmSentItselfIsFoundAgainByItsNumber() {
        away("ECO-V4");
        var first = propose("ECO-V4", 1, "GB-41").path("propagationId").toString();
        below.says(
                "/system/v1/engineering-changes/ECO-V4",
                """
                {"changeNumber": "ECO-V4", "type": "ORDER", "title": "Longer shaft", "status": "APPROVED",
                 "effectivity": {"kind": "IMMEDIATE"}, "version": 1, "bomChanges": [], "routingChanges": [], "approvals": [],
                 "items": [{"itemId": "GB-41", "fromRevision": "B", "toRevision": "C", "plants": ["1000"]}]}
                """);

        var again = byNumber("ECO-V4");

        cancel(first);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.path("propagationId").toString()).isEqualTo(first);
    }

    /// Nothing but the order in which attributes are named has changed: the same content.
    @Test
    void theOrderOfAttributesIsNoOtherContent() {
        away("ECO-V5");
        var one =
                "{\"itemId\": \"GB-51\", \"attributes\": {\"material\": \"steel\","
                        + " \"drawingNumber\": \"D-1\"},";
        var other =
                "{\"itemId\": \"GB-51\", \"attributes\": {\"drawingNumber\": \"D-1\", \"material\":"
                        + " \"steel\"},";
        var first = send(body("ECO-V5", 1, "GB-51").replace("{\"itemId\": \"GB-51\",", one));
        var second = send(body("ECO-V5", 1, "GB-51").replace("{\"itemId\": \"GB-51\",", other));

        cancel(first.path("propagationId"));
        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(second.statusCode()).isEqualTo(200);
    }

    /// Nor is a quantity that is written with more digits.
    @Test
    void howAQuantityIsWrittenIsNoOtherContent() {
        away("ECO-V6");
        var bom =
                """
                "version": 1, "bomChanges": [{"action": "CHANGE", "parentId": "GB-61", "componentId": "SG-1", "position": 10,
                                              "newQuantity": {"value": "AMOUNT", "unit": "KGM"}}],
                """;
        var change = body("ECO-V6", 1, "GB-61").replace("\"version\": 1,", bom);
        var first = send(change.replace("AMOUNT", "1.5"));
        var second = send(change.replace("AMOUNT", "1.50"));

        cancel(first.path("propagationId"));
        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(second.statusCode()).isEqualTo(200);
    }

    private static Response byNumber(String change) {
        return send("{\"changeNumber\": \"" + change + "\"}");
    }

    private static Response send(String body) {
        return given().contentType("application/json")
                .header("Idempotency-Key", key())
                .header("Prefer", "respond-async")
                .body(body)
                .post("/process/v1/propagations");
    }

    private static String body(String change, int version, String item) {
        return CHANGE.replace("CHANGE", change)
                .replace("VERSION", String.valueOf(version))
                .replace("ITEM", item);
    }

    private void away(String change) {
        below.next("/system/v1/engineering-changes/" + change, TierBelow.Mood.AWAY_BEHIND);
    }

    private static Response propose(String change, int version, String item) {
        return send(body(change, version, item));
    }

    private static void cancel(String id) {
        given().contentType("application/json")
                .header("Idempotency-Key", key())
                .body("{}")
                .post("/process/v1/propagations/" + id + "/cancellations");
    }

    private static Response get(String path) {
        return given().get("/process/v1" + path);
    }
}
