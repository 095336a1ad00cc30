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
                        "/system/v1/production-orders/100001",
                        "orderNumber",
                        "itemId",
                        "revision",
                        "lifecycle");
        expect(order, "order 100001 stands", 200);
        if (GIVEN.contains(order.body().getString("lifecycle"))) {
            stage.say("It has been released before, so there is nothing to ask for.");
        } else {
            check();
            release();
        }
        stage.say("Released in the ERP, allowed to start in the MES: never one without the other.");
        Exchange released =
                stage.get("erp", "/system/v1/production-orders/100001", "orderNumber", "lifecycle");
        expect(
                GIVEN.contains(released.body().getString("lifecycle")),
                "100001 is released in the ERP");
        Exchange job = stage.get("mes-1000", "/system/v1/job-orders/100001");
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
                        "decision",
                        "check",
                        "outcome");
        expect(check, "the check answers", 200);
        expect(
                "RELEASABLE".equals(check.body().getString("decision")),
                "100001 is releasable, but " + check.text());
    }

    private void release() {
        stage.say(
                "Reserve, store in the MES, stage in the warehouse, release in the ERP, start in"
                        + " the MES.");
        Exchange answer =
                stage.post(
                        "erp",
                        RELEASES,
                        JsonObject.of("orderNumber", "100001"),
                        "releaseId",
                        "orderNumber",
                        "status",
                        "step",
                        "target",
                        "detail");
        expect(answer, "100001 is released", 201, 202);
        if (!isReleased(answer)) {
            String path = RELEASES + "/" + answer.body().getString("releaseId");
            Exchange done =
                    stage.await(
                            "erp", path, PATIENCE, ReleaseStory::isReleased, "releaseId", "status");
            expect(
                    isReleased(done),
                    "100001 is released, but it is " + done.body().getString("status"));
        }
    }

    private static boolean isReleased(Exchange exchange) {
        return "RELEASED".equals(exchange.body().getString("status"));
    }

    private void refuse(Refused refused) {
        stage.say("%s %s.".formatted(refused.order(), refused.because()));
        Exchange answer =
                stage.post(
                        "erp",
                        RELEASES,
                        JsonObject.of("orderNumber", refused.order()),
                        "code",
                        "title",
                        "check",
                        "outcome",
                        "detail");
        expect(answer, "%s is refused".formatted(refused.order()), 422);
        boolean named =
                answer.body().getJsonArray("findings", new JsonArray()).stream()
                        .map(JsonObject.class::cast)
                        .anyMatch(finding ->
                                refused.check().equals(finding.getString("check"))
                                        && "BLOCK".equals(finding.getString("outcome")));
        expect(named, "the refusal of %s names %s".formatted(refused.order(), refused.check()));
        Exchange order = stage.look("erp", "/system/v1/production-orders/" + refused.order());
        expect(
                "CREATED".equals(order.body().getString("lifecycle")),
                "%s stays CREATED".formatted(refused.order()));
        expect(
                stage.look("mes-1000", "/system/v1/job-orders/" + refused.order()).status() == 404,
                "the MES knows nothing of %s".formatted(refused.order()));
    }
}
