package dev.interlock.sandbox.story;

import static dev.interlock.sandbox.story.Stage.expect;

import dev.interlock.sandbox.api.Exchange;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;

/// PLM releases a change and every target takes it; then one target is down, and the change
/// completes by itself when it is back.
final class ChangeStory {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String PROPAGATIONS = "/process/v1/propagations";
    private static final String[] PROGRESS = {
        "propagationId",
        "changeNumber",
        "changeVersion",
        "status",
        "target",
        "plant",
        "attempts",
        "waitsFor",
        "nextAttemptAt",
        "detail",
        "code"
    };

    private final Stage stage;

    ChangeStory(Stage stage) {
        this.stage = stage;
    }

    void play() {
        everyTargetTakesIt();
        supplierSeesOnlyItsOwn();
        oneTargetIsDown();
    }

    private void everyTargetTakesIt() {
        stage.title("A change reaches everyone it concerns");
        stage.say(
                "PLM has approved ECO-1001: gearbox GB-4711 goes from B to C, with another seal and"
                        + " one more operation.");
        stage.get(
                "plm",
                "/system/v1/engineering-changes/ECO-1001",
                "changeNumber",
                "title",
                "status",
                "itemId",
                "fromRevision",
                "toRevision",
                "action",
                "componentId");

        stage.say("PLM asks the gateway to carry it to ERP, MES, quality and the suppliers.");
        Exchange answer = propagate("ECO-1001");
        sayWhetherItStoodBefore(answer);
        String path = PROPAGATIONS + "/" + answer.body().getString("propagationId");
        if (!isCompleted(answer)) {
            Exchange done = stage.await("plm", path, PATIENCE, ChangeStory::isCompleted, PROGRESS);
            expect(
                    isCompleted(done),
                    "ECO-1001 reaches all its targets, but it is "
                            + done.body().getString("status"));
        }

        stage.say("The ERP now makes the gearbox at revision C, with the new seal.");
        Exchange item =
                stage.get(
                        "integration-tests",
                        "/system/v1/items/GB-4711",
                        "itemId",
                        "currentRevision");
        expect("C".equals(item.body().getString("currentRevision")), "GB-4711 is at revision C");
        for (String plant : new String[] {"1000", "2000"}) {
            Exchange bom =
                    stage.get(
                            "integration-tests",
                            "/system/v1/items/GB-4711/revisions/C/boms/" + plant,
                            "plant",
                            "status",
                            "position",
                            "componentId");
            expect(
                    bom.text().contains("SL-0460") && !bom.text().contains("SL-0450"),
                    "the bill of material in %s has the new seal only".formatted(plant));
        }
        stage.say("And the MES knows how to.");
        expect(
                stage.get(
                        "integration-tests",
                        "/system/v1/shopfloor-masters/1000/GB-4711/C",
                        "description",
                        "number",
                        "workCenterId"),
                "the MES knows revision C",
                200);
    }

    private void supplierSeesOnlyItsOwn() {
        stage.say("BOREALIS makes both seals, so it has a notice, in its own item numbers.");
        Exchange notice =
                stage.get("supplier-borealis", "/partner/v1/engineering-notices/ECO-1001");
        expect(notice, "BOREALIS reads its notice", 200);

        stage.say("ACME makes none of what changes: for ACME there is no such change.");
        expect(
                stage.get(
                        "supplier-acme",
                        "/partner/v1/engineering-notices/ECO-1001",
                        "title",
                        "status",
                        "detail"),
                "ACME sees nothing",
                404);
        Exchange list = stage.get("supplier-acme", "/partner/v1/engineering-notices");
        expect(!list.text().contains("ECO-1001"), "no notice of ECO-1001 stands in ACME's list");
    }

    private void oneTargetIsDown() {
        stage.title("One target is down, and nobody has to remember it");
        boolean before = completedBefore("ECO-1002");
        try {
            if (before) {
                stage.say(
                        "ECO-1002 has been carried through before; asking again says what stands.");
            } else {
                stage.say("The MES of both plants goes down.");
                stage.plant(
                        "PUT",
                        "/faults/MES",
                        JsonObject.of("mode", "DOWN"),
                        "MES:1000",
                        "MES:2000",
                        "mode");
                stage.say("PLM releases ECO-1002: the output shaft SH-3310 goes from A to B.");
            }
            Exchange answer = propagate("ECO-1002");
            String path = PROPAGATIONS + "/" + answer.body().getString("propagationId");
            if (!before) {
                Exchange seen =
                        stage.await("plm", path, PATIENCE, ChangeStory::isIncomplete, PROGRESS);
                expect(
                        isIncomplete(seen),
                        "ECO-1002 is INCOMPLETE while the MES is down, but it is "
                                + seen.body().getString("status"));
                stage.say("Everyone else has it. The MES comes back, and nobody calls anything.");
                stage.plant(
                        "DELETE", "/faults/MES", new JsonObject(), "MES:1000", "MES:2000", "mode");
            }
            Exchange done = stage.await("plm", path, PATIENCE, ChangeStory::isCompleted, PROGRESS);
            expect(
                    isCompleted(done),
                    "ECO-1002 completes by itself, but it is " + done.body().getString("status"));
        } finally {
            stage.clearFaults("MES");
        }
        eachEffectOnce();
        stage.say("Completed, with each effect once. The end.");
    }

    private void eachEffectOnce() {
        stage.say("What the MES of 1000 did, each effect once:");
        Exchange effects =
                stage.plant(
                        "GET",
                        "/effects?system=MES&plant=1000&businessKey=SH-3310%2FB",
                        new JsonObject(),
                        "operation",
                        "effectKey",
                        "businessKey",
                        "at");
        expect(
                effects.body().getJsonArray("items", new JsonArray()).size() == 1,
                "the MES of 1000 took SH-3310 B once");
    }

    private Exchange propagate(String change) {
        Exchange answer =
                stage.post("plm", PROPAGATIONS, JsonObject.of("changeNumber", change), PROGRESS);
        expect(answer, "the gateway takes " + change, 200, 201, 202);
        return answer;
    }

    private void sayWhetherItStoodBefore(Exchange answer) {
        if (answer.status() == 200) {
            stage.say(
                    "It was carried through before: the same change at the same version is"
                            + " propagated once, and this is that propagation.");
        }
    }

    /// PLM is told last: a change that is implemented there has reached everyone.
    private boolean completedBefore(String change) {
        Exchange standing = stage.look("plm", "/system/v1/engineering-changes/" + change);
        return "IMPLEMENTED".equals(standing.body().getString("status"));
    }

    private static boolean isCompleted(Exchange exchange) {
        return "COMPLETED".equals(exchange.body().getString("status"));
    }

    private static boolean isIncomplete(Exchange exchange) {
        return "INCOMPLETE".equals(exchange.body().getString("status"));
    }
}
