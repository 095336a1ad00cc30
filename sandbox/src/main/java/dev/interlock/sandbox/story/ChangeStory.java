package dev.interlock.sandbox.story;

import static dev.interlock.sandbox.story.Stage.expect;

import dev.interlock.sandbox.api.Exchange;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;

/// PLM releases a change and every target takes it; then one target is down, and the change
/// completes by itself when it is back.
final class ChangeStory {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String PROPAGATIONS = "/process/v1/propagations";
    private static final String CHANGES = "/system/v1/engineering-changes/";
    private static final String PROGRESS =
            """
            propagationId changeNumber changeVersion status code detail waitingFor targets.target targets.plant targets.status \
            targets.attempts targets.waitsFor targets.nextAttemptAt targets.lastProblem.detail\
            """;

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
                CHANGES + "ECO-1001",
                "changeNumber title status items.itemId items.fromRevision items.toRevision"
                    + " bomChanges.action bomChanges.componentId bomChanges.position"
                    + " routingChanges.action routingChanges.number routingChanges.description");
        stage.say("PLM asks the gateway to carry it to ERP, MES, quality and the suppliers.");
        complete(propagate("ECO-1001"));

        stage.say("The ERP now makes the gearbox at revision C, with the new seal.");
        Exchange item =
                stage.get(
                        "integration-tests",
                        "/system/v1/items/GB-4711",
                        "itemId description currentRevision");
        expect("C".equals(item.body().getString("currentRevision")), "GB-4711 is at revision C");
        for (String plant : List.of("1000", "2000")) {
            Exchange bom =
                    stage.get(
                            "integration-tests",
                            "/system/v1/items/GB-4711/revisions/C/boms/" + plant,
                            "plant status lines.position lines.componentId");
            expect(
                    bom.text().contains("SL-0460") && !bom.text().contains("SL-0450"),
                    "plant %s builds the new seal in".formatted(plant));
        }
        stage.say("And the MES knows how.");
        Exchange master =
                stage.get(
                        "integration-tests",
                        "/system/v1/shopfloor-masters/1000/GB-4711/C",
                        "itemId revision operations.number operations.workCenterId");
        expect(master, "the MES knows revision C", 200);
    }

    private void supplierSeesOnlyItsOwn() {
        stage.say("BOREALIS makes both seals, so it has a notice, in its own item numbers.");
        expect(
                stage.get("supplier-borealis", "/partner/v1/engineering-notices/ECO-1001", ""),
                "BOREALIS reads its notice",
                200);
        stage.say("ACME makes none of what changes: for ACME there is no such change.");
        expect(
                stage.get(
                        "supplier-acme",
                        "/partner/v1/engineering-notices/ECO-1001",
                        "status code detail"),
                "ACME sees nothing",
                404);
        Exchange list = stage.get("supplier-acme", "/partner/v1/engineering-notices", "");
        expect(
                list.succeeded() && !list.text().contains("ECO-1001"),
                "no notice of ECO-1001 stands in ACME's list");
    }

    private void oneTargetIsDown() {
        stage.title("One target is down, and nobody has to remember it");
        try {
            if (isImplemented("ECO-1002")) {
                stage.say(
                        "ECO-1002 has been carried through before; asking again says what stands.");
                complete(propagate("ECO-1002"));
            } else {
                carryPastADownMes();
            }
        } finally {
            stage.clearFaults("MES");
        }
        stage.say("What the MES of 1000 did for it:");
        Exchange effects =
                stage.plant(
                        "GET",
                        "/effects?system=MES&plant=1000&businessKey=SH-3310%2FB",
                        null,
                        "items.operation items.effectKey items.businessKey items.at");
        expect(
                effects.body().getJsonArray("items", new JsonArray()).size() == 1,
                "the MES of 1000 took revision B of SH-3310 once");
        stage.say("Complete, and each effect once. The end.");
    }

    private void carryPastADownMes() {
        stage.say("The MES of both plants goes down.");
        stage.plant("PUT", "/faults/MES", JsonObject.of("mode", "DOWN"), "MES:1000 MES:2000");
        stage.say("PLM releases ECO-1002: the output shaft SH-3310 goes from A to B.");
        Exchange answer = propagate("ECO-1002");
        Exchange seen =
                isIncomplete(answer)
                        ? answer
                        : stage.await(
                                "plm", path(answer), PATIENCE, ChangeStory::isIncomplete, PROGRESS);
        expect(isIncomplete(seen), "ECO-1002 is INCOMPLETE while the MES is down");
        stage.say("Whoever could take it has it. The MES comes back, and nobody calls anything.");
        stage.plant("DELETE", "/faults/MES", null, "MES:1000 MES:2000");
        complete(seen);
    }

    private Exchange propagate(String change) {
        Exchange answer =
                stage.post("plm", PROPAGATIONS, JsonObject.of("changeNumber", change), PROGRESS);
        expect(answer, "the gateway takes " + change, 200, 201, 202);
        if (answer.status() == 200) {
            stage.say(
                    "A change is carried through once per version: this is the propagation that"
                            + " stands.");
        }
        return answer;
    }

    private void complete(Exchange answer) {
        Exchange seen =
                isCompleted(answer)
                        ? answer
                        : stage.await(
                                "plm", path(answer), PATIENCE, ChangeStory::isCompleted, PROGRESS);
        expect(
                isCompleted(seen),
                "%s reaches all its targets".formatted(answer.body().getString("changeNumber")));
    }

    /// PLM is told last: a change that is implemented there has reached everyone.
    private boolean isImplemented(String change) {
        return "IMPLEMENTED".equals(stage.look("plm", CHANGES + change).body().getString("status"));
    }

    private static String path(Exchange answer) {
        return PROPAGATIONS + "/" + answer.body().getString("propagationId");
    }

    private static boolean isCompleted(Exchange exchange) {
        return "COMPLETED".equals(exchange.body().getString("status"));
    }

    private static boolean isIncomplete(Exchange exchange) {
        return "INCOMPLETE".equals(exchange.body().getString("status"));
    }
}
