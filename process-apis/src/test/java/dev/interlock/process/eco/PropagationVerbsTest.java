package dev.interlock.process.eco;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import dev.interlock.process.TierBelow;
import dev.interlock.process.Workbench;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestSecurity(
        user = "plm",
        permissions = {"eco:read", "eco:propagate", "operations:read"})
@OidcSecurity(claims = @Claim(key = "azp", value = "plm"))
class PropagationVerbsTest extends Workbench {
    private static final String BECAUSE = "{\"reason\": \"The supplier is ready\"}";
    private static final String CHANGE =
            """
            {"change": {"changeNumber": "CHANGE", "type": "ORDER", "title": "Longer shaft", "status": "APPROVED",
              "effectivity": {"kind": "IMMEDIATE"}, "version": 1,
              "items": [{"itemId": "GB-1", "fromRevision": "B", "toRevision": "C", "plants": ["1000"]}]}}
            """;

    @Test
    void aChangeThatCannotBeCheckedYetIsCancelledAndMayBeProposedAgain() throws Exception {
        theChangeCannotBePutToPlm("ECO-CANCEL");
        var first = propose("ECO-CANCEL").path("propagationId").toString();
        awaitStatus(first, "RUNNING");

        post("/propagations/" + first + "/cancellations", BECAUSE)
                .then()
                .statusCode(200)
                .body("status", equalTo("CANCELLED"));
        var second = propose("ECO-CANCEL");

        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(second.path("propagationId").toString()).isNotEqualTo(first);
        post("/propagations/" + first + "/cancellations", BECAUSE)
                .then()
                .statusCode(409)
                .body("state", equalTo("CANCELLED"));
        post("/propagations/" + first + "/resumptions", BECAUSE).then().statusCode(409);
        post("/propagations/" + second.path("propagationId") + "/cancellations", BECAUSE)
                .then()
                .statusCode(200);
    }

    @Test
    void aPropagationIsFoundByItsChangeItsItemAndItsStatus() throws Exception {
        theChangeCannotBePutToPlm("ECO-FOUND");
        var id = propose("ECO-FOUND").path("propagationId").toString();
        awaitStatus(id, "RUNNING");

        get("/propagations?changeNumber=ECO-FOUND&itemId=GB-1&status=RUNNING")
                .then()
                .statusCode(200)
                .body("items.propagationId", contains(id));
        assertThat(
                        get("/propagations?changeNumber=ECO-FOUND&status=COMPLETED")
                                .<Integer>path("items.size()"))
                .isZero();
        get("/runs?changeNumber=ECO-FOUND&itemId=GB-1&revision=C&plant=1000")
                .then()
                .body("items.runId", contains(id))
                .body("items.status", contains("RUNNING"));
        get("/runs/" + id + "/lineage")
                .then()
                .body("origins.system", contains("PLM"))
                .body("origins.id", contains("ECO-FOUND"))
                .body("origins.version", contains("1"));
        post("/propagations/" + id + "/cancellations", BECAUSE).then().statusCode(200);
    }

    /// The items of the change stand nowhere here: what is refused says so among the rest.
    @Test
    void aChangeBySerialNumberIsRefusedByTheTargetsThatCannotTakeIt() {
        below.says(
                "/system/v1/engineering-changes/ECO-SERIAL",
                standing("ECO-SERIAL", "{\"kind\": \"SERIAL\", \"from\": \"SN-1001\"}"));

        post("/propagations", "{\"changeNumber\": \"ECO-SERIAL\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("change-refused"))
                .body(
                        "findings.find { it.check == 'target-fit' }.evidence.misfits",
                        hasItem("MES takes no effectivity SERIAL."))
                .body(
                        "findings.find { it.check == 'effectivity-valid' }.detail",
                        containsString("begins with no day"));
    }

    @Test
    void aChangeThatPlmRefusesIsRefusedInItsWords() {
        below.next("/system/v1/engineering-changes/ECO-REFUSED", TierBelow.Mood.REFUSES);

        post("/propagations", CHANGE.replace("CHANGE", "ECO-REFUSED"))
                .then()
                .statusCode(422)
                .body("code", equalTo("change-refused"))
                .body("detail", containsString("PLM says: told to"))
                .body("cause.violations.pointer", contains("/name"));
        get("/exceptions?changeNumber=ECO-REFUSED&open=false")
                .then()
                .body("items.detail", contains("told to (/name)"));
    }

    /// Its steps would be planned twice, or one of two new revisions be forgotten.
    @Test
    void whatAChangeNamesTwiceIsNamed() {
        var plants = CHANGE.replace("[\"1000\"]", "[\"1000\", \"1000\"]");
        var item = "{\"itemId\": \"GB-1\", \"toRevision\": \"D\", \"plants\": [\"2000\"]}";
        var items = CHANGE.replace("}]}}", "}, " + item + "]}}");

        post("/propagations", plants.replace("CHANGE", "ECO-TWICE"))
                .then()
                .statusCode(400)
                .body("violations.pointer", hasItem("/change/items/0/plants"));
        post("/propagations", items.replace("CHANGE", "ECO-TWICE"))
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/change/items"))
                .body("violations.detail", contains("must name each item once"));
    }

    /// ERP would take the revision and then refuse its structure.
    @Test
    void whatErpWouldRefuseHalfWayIsRefusedBefore() {
        var more =
                """
                "bomChanges": [{"action": "ADD", "parentId": "GB-1", "componentId": "SG-1", "position": 1000000, "operation": 0}],
                "routingChanges": [{"action": "ADD", "itemId": "GB-1", "number": 20000, "setupTime": "-PT5M",
                                    "runTimePerUnit": "PT99999999H"}],
                "items": [{"itemId": "GB-1", "toRevision": "C", "plants": ["1000"], "attributes": {"x": {"a": 1}, "%s": 1}}]}}
                """
                        .formatted("y".repeat(70));
        var change = CHANGE.substring(0, CHANGE.indexOf("\"items\"")) + more;

        post("/propagations", change.replace("CHANGE", "ECO-LIMITS"))
                .then()
                .statusCode(400)
                .body(
                        "violations.pointer",
                        hasItems(
                                "/change/bomChanges/0/operation",
                                "/change/bomChanges/0/position",
                                "/change/routingChanges/0/number",
                                "/change/routingChanges/0/runTimePerUnit",
                                "/change/routingChanges/0/setupTime"))
                .body("violations.pointer", hasItem(containsString("/attributes")));
    }

    /// It would be handed to the PLM first, and nobody could go on without that.
    @Test
    void whatThePlmWouldNotUnderstandIsRefusedBefore() {
        var more =
                """
                "approvals": [{"approver": "%s", "decision": "approved"}],
                "bomChanges": [{"action": "REMOVE", "parentId": "GB-1", "componentId": "SG-1", "position": 10,
                                "disposition": {"stok": "SCRAP"}}],
                "items": [{"itemId": "GB-1", "toRevision": "C", "plants": ["1000"], "disposition": {"stock": "THROW"}}]}}
                """
                        .formatted("y".repeat(101));
        var change =
                CHANGE.substring(0, CHANGE.indexOf("\"items\""))
                                .replace("\"IMMEDIATE\"", "\"LATER\", \"itemId\": \"a b\"")
                        + more;

        post("/impact-analyses", change.replace("CHANGE", "ECO-WORDS"))
                .then()
                .statusCode(400)
                .body(
                        "violations.pointer",
                        hasItems(
                                "/change/approvals/0/decision",
                                "/change/effectivity/kind",
                                "/change/items/0/disposition/stock"))
                .body("violations.pointer", hasItem(containsString("/bomChanges/0/disposition")));
    }

    /// Each is asked for: twenty thousand would keep ERP from everybody else.
    @Test
    void anItemChangesInAHundredPlantsAtMost() {
        var plants =
                IntStream.rangeClosed(1, 101)
                        .mapToObj("\"P-%d\""::formatted)
                        .collect(Collectors.joining(","));

        post("/impact-analyses", CHANGE.replace("CHANGE", "ECO-PLANTS").replace("\"1000\"", plants))
                .then()
                .statusCode(400)
                .body("violations.pointer", hasItem("/change/items/0/plants"));
    }

    @Test
    void aDateThatIsNoDayIsNamed() {
        var change = standing("ECO-DAY", "{\"kind\": \"DATE\", \"from\": \"next Monday\"}");

        post("/propagations", "{\"change\": " + change + "}")
                .then()
                .statusCode(400)
                .body("violations.pointer", hasItem("/change/effectivity"))
                .body("violations.code", hasItem("type"));
    }

    @Test
    void aDateThatIsNoDayInThePlmIsThePlmsNonsense() {
        below.says(
                "/system/v1/engineering-changes/ECO-NONSENSE",
                standing("ECO-NONSENSE", "{\"kind\": \"DATE\", \"from\": \"next Monday\"}"));

        post("/propagations", "{\"changeNumber\": \"ECO-NONSENSE\"}")
                .then()
                .statusCode(502)
                .body("code", equalTo("target-misbehaved"))
                .body("system", equalTo("PLM"));
    }

    private static String standing(String change, String effectivity) {
        var body =
                CHANGE.replace("CHANGE", change).replace("{\"kind\": \"IMMEDIATE\"}", effectivity);
        return body.substring(body.indexOf('{', 1), body.lastIndexOf('}'));
    }

    @Test
    void onlyWhoOperatesMaySkipATarget() {
        post("/propagations/none/targets/MES/skips", "{\"reason\":\"no\"}").then().statusCode(403);
    }

    @Test
    @TestSecurity(user = "olga", permissions = "operations:act")
    @OidcSecurity(claims = @Claim(key = "azp", value = "operator"))
    void whoOperatesMayResumeCancelAndSkip() {
        post("/propagations/none/resumptions", BECAUSE)
                .then()
                .statusCode(404)
                .body("detail", equalTo("There is no propagation none."));
        post("/propagations/none/cancellations", BECAUSE).then().statusCode(404);
        post("/propagations/none/targets/MES:2000/skips", "{\"reason\":\"no\"}")
                .then()
                .statusCode(404);
        post("/propagations/none/targets/MES:2000/skips", "{}").then().statusCode(400);
    }

    @Test
    @TestSecurity(user = "auditor", permissions = "release:read")
    void releasesAreListed() {
        get("/releases?orderNumber=none&status=REJECTED&plant=1000")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
    }

    /// Its checks do not begin.
    private void theChangeCannotBePutToPlm(String change) {
        below.next("/system/v1/engineering-changes/" + change, TierBelow.Mood.AWAY);
    }

    private static Response propose(String change) {
        return given().contentType("application/json")
                .header("Idempotency-Key", key())
                .header("Prefer", "respond-async")
                .body(CHANGE.replace("CHANGE", change))
                .post("/process/v1/propagations");
    }

    private static void awaitStatus(String id, String status) throws InterruptedException {
        var until = Instant.now().plusSeconds(10);
        while (!status.equals(get("/propagations/" + id).path("status"))
                && Instant.now().isBefore(until)) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        get("/propagations/" + id).then().body("status", equalTo(status));
    }

    private static Response get(String path) {
        return given().get("/process/v1" + path);
    }

    private static Response post(String path, String body) {
        return given().contentType("application/json")
                .header("Idempotency-Key", key())
                .body(body)
                .post("/process/v1" + path);
    }
}
