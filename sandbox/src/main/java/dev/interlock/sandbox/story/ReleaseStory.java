package dev.interlock.sandbox.story;

import static dev.interlock.sandbox.story.Stage.expect;

import dev.interlock.sandbox.api.Exchange;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// One order is released in the ERP and started in the MES; four are refused, each with every
/// reason at once.
final class ReleaseStory {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String RELEASES = "/process/v1/releases";
    private static final String ORDERS = "/system/v1/production-orders/";
    private static final String JOBS = "/system/v1/job-orders/";
    private static final Set<String> GIVEN =
            Set.of(
                    "RELEASED",
                    "IN_PROCESS",
                    "CONFIRMED",
                    "DELIVERED",
                    "TECHNICALLY_COMPLETED",
                    "CLOSED");
    private static final Set<String> STARTABLE =
            Set.of("ALLOWED_TO_START", "RUNNING", "INTERRUPTED", "ENDED");
    private static final List<Refused> REFUSED =
            List.of(
                    new Refused("100002", "is short of sun gears", "material-available"),
                    new Refused("100003", "has a bearing lot that quality holds", "stock-usable"),
                    new Refused(
                            "100004", "is at revision A, which is obsolete", "revision-current"),
                    new Refused(
                            "100005",
                            "needs a grinding machine that is down",
                            "work-center-ready"));

    private final Stage stage;

    ReleaseStory(Stage stage) {
        this.stage = stage;
    }

    private record Refused(String order, String because, String check) {}

    void play() {
        stage.title("An order that can be made is released");
        stage.say("100001 makes five gearboxes at revision B.");
        Exchange order =
                stage.get(
                        "erp",
                        ORDERS + "100001",
                        "orderNumber itemId revision quantity plannedStart lifecycle");
        expect(order, "order 100001 stands", 200);
        if (isGiven(order)) {
            stage.say("It has been released before, so there is nothing to ask for.");
        } else {
            check();
            release();
        }
        stage.say("Released in the ERP, allowed to start in the MES: never one without the other.");
        expect(
                isGiven(stage.get("erp", ORDERS + "100001", "orderNumber lifecycle flags")),
                "100001 is released in the ERP");
        Exchange job = stage.get("mes-1000", JOBS + "100001", "");
        expect(
                STARTABLE.contains(job.body().getString("state", "")),
                "100001 may start in the MES");

        stage.title("Four that cannot be made are refused, with every reason at once");
        REFUSED.forEach(this::refuse);
        stage.say("Nothing was reserved, stored or started for any of them. The end.");
    }

    private void check() {
        stage.say("What would a release say? Asking has no effect.");
        Exchange check =
                stage.post(
                        "erp",
                        "/process/v1/release-checks",
                        JsonObject.of("orderNumber", "100001"),
                        "decision findings.check findings.outcome");
        expect(check, "the check answers", 200);
        notable(check);
        expect("RELEASABLE".equals(check.body().getString("decision")), "100001 is releasable");
    }

    private void release() {
        stage.say(
                "Reserve, store in the MES, stage in the warehouse, release in the ERP, start in"
                        + " the MES.");
        String members =
                "releaseId orderNumber status code detail steps.step steps.target steps.status"
                        + " steps.endedAt";
        Exchange answer =
                stage.post("erp", RELEASES, JsonObject.of("orderNumber", "100001"), members);
        expect(answer, "100001 is released", 201, 202);
        if (!isReleased(answer)) {
            String path = RELEASES + "/" + answer.body().getString("releaseId");
            expect(
                    isReleased(
                            stage.await("erp", path, PATIENCE, ReleaseStory::isReleased, members)),
                    "100001 is released");
        }
    }

    private void refuse(Refused refused) {
        String number = refused.order();
        stage.say("%s %s.".formatted(number, refused.because()));
        Exchange answer =
                stage.post(
                        "erp",
                        RELEASES,
                        JsonObject.of("orderNumber", number),
                        "status code title detail releaseId");
        expect(answer, "%s is refused".formatted(number), 422);
        notable(answer);
        boolean named =
                findings(answer).stream()
                        .anyMatch(finding ->
                                refused.check().equals(finding.getString("check"))
                                        && "BLOCK".equals(finding.getString("outcome")));
        expect(named, "the refusal of %s names %s".formatted(number, refused.check()));
        expect(
                "CREATED".equals(stage.look("erp", ORDERS + number).body().getString("lifecycle")),
                "%s stays CREATED".formatted(number));
        expect(
                stage.look("mes-1000", JOBS + number).status() == 404,
                "the MES knows nothing of %s".formatted(number));
    }

    /// What the checks did not simply pass.
    private void notable(Exchange answer) {
        for (JsonObject finding : findings(answer)) {
            if (!"PASS".equals(finding.getString("outcome"))) {
                stage.point(
                        "%s %s: %s"
                                .formatted(
                                        finding.getString("outcome"),
                                        finding.getString("check"),
                                        finding.getString("detail")));
            }
        }
    }

    private static List<JsonObject> findings(Exchange answer) {
        return answer.body().getJsonArray("findings", new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    private static boolean isGiven(Exchange order) {
        return GIVEN.contains(order.body().getString("lifecycle", ""));
    }

    private static boolean isReleased(Exchange exchange) {
        return "RELEASED".equals(exchange.body().getString("status"));
    }
}
