package dev.interlock.sandbox.story;

import static dev.interlock.sandbox.story.Stage.expect;

import dev.interlock.sandbox.api.Exchange;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A received lot does not conform, and its supplier leads an 8D report from D3 to D8.
final class CorrectionStory {
    private static final String QUALITY = "qms";
    private static final String NONCONFORMANCES = "/system/v1/nonconformances";
    private static final String ACTIONS = "/system/v1/corrective-actions";
    private static final String OWN_ACTIONS = "/partner/v1/corrective-actions";
    private static final String SHOWN =
            "correctiveActionId supplierItemId lot status code detail violations overdue";

    /// The way, in the order of its statuses: what is done in each.
    private static final List<Chapter> WAY =
            List.of(
                    new Chapter("ISSUED", "Acme takes it on.", List.of(), "acknowledgements", null),
                    new Chapter(
                            "ACKNOWLEDGED",
                            "D1 to D3: who, what, and what keeps it from spreading.",
                            List.of("D1", "D2", "D3"),
                            "submissions",
                            "CONTAINMENT"),
                    new Chapter(
                            "CONTAINMENT_SUBMITTED",
                            "D4: why it happened.",
                            List.of("D4"),
                            "submissions",
                            "ROOT_CAUSE"),
                    new Chapter(
                            "ROOT_CAUSE_SUBMITTED",
                            "D5: what is going to be done.",
                            List.of("D5"),
                            "submissions",
                            "PLAN"));

    private static final JsonObject CONTENT =
            new JsonObject(
                    """
                    {"D1": {"leader": "Ann Weber", "members": [{"name": "Bo Lind", "role": "process engineer"}]},
                     "D2": {"what": "flash at the inner lip", "where": "seal rings", "firstSeenOn": "2026-12-05",
                            "extent": "6 of 80"},
                     "D3": {"measures": [{"description": "all stock sorted", "responsible": "Bo Lind",
                            "effectiveOn": "2026-12-06", "effectiveness": "100 % visual inspection"}]},
                     "D4": {"causes": [{"kind": "OCCURRENCE", "method": "FIVE_WHYS", "cause": "mould worn out",
                            "evidence": "measured 0.04 mm"}]},
                     "D5": {"measures": [{"description": "new mould, counted strokes", "responsible": "Bo Lind",
                            "dueOn": "2026-12-20", "verification": "300 rings measured"}]},
                     "D6": {"measures": [{"description": "new mould", "implementedOn": "2026-12-18",
                            "evidence": "first article report"}]},
                     "D7": {"measures": [{"description": "stroke counters on every mould", "responsible": "Ann Weber"}],
                            "documents": ["control plan 12"]},
                     "D8": {"summary": "no flash in 3000 rings", "completedOn": "2026-12-22"}}\
                    """);

    private final Stage stage;

    CorrectionStory(Stage stage) {
        this.stage = stage;
    }

    private record Chapter(
            String status,
            String sentence,
            List<String> disciplines,
            String step,
            @Nullable String handedIn) {}

    void play() {
        stage.title("The lot does not conform");
        String nonconformance = raised();
        stage.get(SupplierStory.SUPPLIER, "/partner/v1/quality-statuses", "");
        stage.title("Acme puts it right: an 8D report");
        String action = issued(nonconformance);
        WAY.forEach(chapter -> turn(action, chapter));
        decide(action);
        implement(action);
        close(action);
        Exchange end =
                stage.get(SupplierStory.SUPPLIER, OWN_ACTIONS + "/" + action, SHOWN + " history");
        expect("CLOSED".equals(end.body().getString("status")), "the corrective action is closed");
    }

    private String raised() {
        Exchange known =
                stage.look(
                        QUALITY,
                        NONCONFORMANCES
                                + "?itemId=%s&lot=%s"
                                        .formatted(SupplierStory.ITEM, SupplierStory.LOT));
        JsonArray items = known.body().getJsonArray("items", new JsonArray());
        if (!items.isEmpty()) {
            stage.say("The nonconformance has been raised before.");
            return items.getJsonObject(0).getString("nonconformanceId");
        }
        stage.say("Six of eighty rings have flash at the lip.");
        Exchange raised =
                stage.post(
                        QUALITY,
                        NONCONFORMANCES,
                        JsonObject.of(
                                "itemId", SupplierStory.ITEM,
                                "lot", SupplierStory.LOT,
                                "plant", "1000",
                                "supplierId", "ACME",
                                "defectCode", "FLASH",
                                "quantity", SupplierStory.pieces("6"),
                                "severity", "MAJOR",
                                "description", "Flash at the inner lip"),
                        "nonconformanceId itemId lot status code detail violations");
        expect(raised, "the nonconformance is raised", 201);
        return raised.body().getString("nonconformanceId");
    }

    private String issued(String nonconformance) {
        JsonArray known =
                stage.look(QUALITY, ACTIONS + "?nonconformanceId=" + nonconformance)
                        .body()
                        .getJsonArray("items", new JsonArray());
        if (!known.isEmpty()) {
            stage.say("It has been asked for before.");
            return known.getJsonObject(0).getString("correctiveActionId");
        }
        Exchange issued =
                stage.post(
                        QUALITY,
                        ACTIONS,
                        JsonObject.of(
                                "supplierId", "ACME",
                                "plant", "1000",
                                "itemId", SupplierStory.ITEM,
                                "lot", SupplierStory.LOT,
                                "nonconformanceId", nonconformance,
                                "title", "Flash on seal rings",
                                "description", "6 of 80 rings have flash at the inner lip",
                                "severity", "MAJOR"),
                        SHOWN);
        expect(issued, "the corrective action is issued", 201);
        return issued.body().getString("correctiveActionId");
    }

    private void turn(String action, Chapter chapter) {
        if (!status(action).equals(chapter.status())) {
            return;
        }
        stage.say(chapter.sentence());
        write(action, chapter.disciplines());
        ask(
                SupplierStory.SUPPLIER,
                "%s/%s/%s".formatted(OWN_ACTIONS, action, chapter.step()),
                chapter.handedIn() == null
                        ? new JsonObject()
                        : JsonObject.of("stage", chapter.handedIn()));
    }

    private void decide(String action) {
        if (status(action).equals("PLAN_SUBMITTED")) {
            stage.say("The buyer's side accepts the plan.");
            ask(
                    QUALITY,
                    "%s/%s/decisions".formatted(ACTIONS, action),
                    JsonObject.of("decision", "ACCEPT"));
        }
    }

    private void implement(String action) {
        turn(
                action,
                new Chapter(
                        "PLAN_ACCEPTED",
                        "D6 and D7: done, here and elsewhere.",
                        List.of("D6", "D7"),
                        "submissions",
                        "IMPLEMENTATION"));
        if (status(action).equals("IMPLEMENTED")) {
            stage.say("It works, says the buyer's side.");
            ask(
                    QUALITY,
                    "%s/%s/verifications".formatted(ACTIONS, action),
                    JsonObject.of("result", "EFFECTIVE"));
        }
    }

    private void close(String action) {
        if (status(action).equals("VERIFIED")) {
            stage.say("D8, and the buyer's side closes it.");
            write(action, List.of("D8"));
            ask(QUALITY, "%s/%s/closures".formatted(ACTIONS, action), new JsonObject());
        } else {
            stage.say("It has been closed before.");
        }
    }

    private void write(String action, List<String> disciplines) {
        for (String discipline : disciplines) {
            expect(
                    stage.put(
                            SupplierStory.SUPPLIER,
                            "%s/%s/disciplines/%s".formatted(OWN_ACTIONS, action, discipline),
                            CONTENT.getJsonObject(discipline),
                            "discipline version code detail violations"),
                    "%s is written".formatted(discipline),
                    200,
                    201);
        }
    }

    private void ask(String who, String path, JsonObject body) {
        expect(stage.post(who, path, body, SHOWN), path, 200);
    }

    private String status(String action) {
        return stage.look(SupplierStory.SUPPLIER, OWN_ACTIONS + "/" + action)
                .body()
                .getString("status", "");
    }
}
