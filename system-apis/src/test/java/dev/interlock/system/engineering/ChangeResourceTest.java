package dev.interlock.system.engineering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import dev.interlock.system.Workshop;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChangeResourceTest extends Workshop {
    private final String number = unique("ECO-");
    private final String item = unique("GB-");

    @Test
    void goesFromDraftToImplementedAndIsToldOnceAsReleased() {
        var draft =
                put(path(), change("DRAFT", 1, "Seal"))
                        .then()
                        .statusCode(201)
                        .extract()
                        .header("ETag");
        put(path(), change("APPROVED", 1, "Seal")).then().statusCode(428);
        keyed(key())
                .header("If-Match", draft)
                .body(change("APPROVED", 1, "Seal"))
                .put("/system/v1" + path())
                .then()
                .statusCode(200)
                .body("status", is("APPROVED"));
        put(path(), change("APPROVED", 1, "Seal")).then().statusCode(200);

        post(path() + "/implementations", "{\"version\": 2}")
                .then()
                .statusCode(409)
                .body("state", is("APPROVED"));
        post(path() + "/implementations", "{\"version\": 1}")
                .then()
                .statusCode(200)
                .body("status", is("IMPLEMENTED"));
        post(path() + "/implementations", "{\"version\": 1}")
                .then()
                .statusCode(200)
                .body("status", is("IMPLEMENTED"));

        var told = get("/events?types=plm.change.released&limit=200").jsonPath();
        assertThat(
                        told.<Object>getList(
                                "items.findAll { it.data.changeNumber == '" + number + "' }"))
                .hasSize(1);
    }

    @Test
    void refusesOtherContentUnderAVersionAndAnOlderOne() {
        put(path(), change("APPROVED", 2, "Seal")).then().statusCode(201);

        overwrite(change("APPROVED", 2, "Another seal"))
                .statusCode(422)
                .body("code", is("change-version-reused"));
        overwrite(change("APPROVED", 1, "Seal")).statusCode(409).body("code", is("conflict"));
        post(path() + "x/implementations", "{\"version\": 1}").then().statusCode(404);
    }

    /// Whoever sends what PLM once said does not bring back what PLM has taken back since.
    @Test
    void aCancelledVersionIsCancelledForGood() {
        put(path(), change("CANCELLED", 1, "Seal")).then().statusCode(201);

        overwrite(change("APPROVED", 1, "Seal")).statusCode(409).body("state", is("CANCELLED"));
        overwrite(change("CANCELLED", 1, "Seal")).statusCode(200);
        overwrite(change("APPROVED", 2, "Seal")).statusCode(200);
    }

    @Test
    void isFoundByItemStatusAndTimeInPagesOfAnySize() {
        var numbers = new ArrayList<String>();
        for (var n = 0; n < 5; n++) {
            numbers.add(number + n);
            put(
                            "/engineering-changes/" + number + n,
                            change(n == 4 ? "DRAFT" : "APPROVED", 1, "Seal"))
                    .then()
                    .statusCode(201);
        }
        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var page =
                    get("/engineering-changes?status=APPROVED&limit=3&itemId="
                                    + item
                                    + (cursor == null ? "" : "&cursor=" + cursor))
                            .then()
                            .statusCode(200)
                            .extract()
                            .jsonPath();
            seen.addAll(page.getList("items.changeNumber"));
            cursor = page.getString("nextCursor");
        } while (cursor != null);

        assertThat(seen).containsExactlyElementsOf(numbers.subList(0, 4));
        get("/engineering-changes?itemId=" + item + "&changedSince=2999-01-01T00:00:00Z")
                .then()
                .statusCode(200)
                .body("items.size()", is(0));
        get("/engineering-changes?status=NONE").then().statusCode(400);
        get("/engineering-changes?changedSince=yesterday").then().statusCode(400);
    }

    @Test
    void hasExactlyOneKindOfEffectivity() {
        put(
                        path(),
                        change("DRAFT", 1, "Seal")
                                .replace(
                                        "\"IMMEDIATE\"", "\"IMMEDIATE\", \"from\": \"2026-01-01\""))
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/effectivity"));
        put(
                        path(),
                        change("DRAFT", 1, "Seal")
                                .replace("\"IMMEDIATE\"", "\"DATE\", \"from\": \"soon\""))
                .then()
                .statusCode(400);
        put(path(), change("DRAFT", 1, "").replace("\"toRevision\": \"C\",", ""))
                .then()
                .statusCode(400)
                .body("violations.pointer", hasItem("/items/0/toRevision"));
    }

    @Test
    void isNotPutWhileThePlmCannotSayWhatStands() {
        remembers("PLM", false);
        fault("PLM", "PERFORM_THEN_RESET");
        var effectKey = key();
        var body = change("APPROVED", 1, "Seal");
        keyed(effectKey)
                .body(body)
                .put("/system/v1" + path())
                .then()
                .statusCode(502)
                .body("effect", is("NONE"));

        mend("PLM");
        keyed(effectKey).body(body).put("/system/v1" + path()).then().statusCode(201);

        assertThat(effects(effectKey)).isEqualTo(1);
        var told = get("/events?types=plm.change.released&limit=200").jsonPath();
        assertThat(
                        told.<Object>getList(
                                "items.findAll { it.data.changeNumber == '" + number + "' }"))
                .hasSize(1);
    }

    private io.restassured.response.ValidatableResponse overwrite(String body) {
        var etag = get(path()).header("ETag");
        return keyed(key()).header("If-Match", etag).body(body).put("/system/v1" + path()).then();
    }

    private String path() {
        return "/engineering-changes/" + number;
    }

    private String change(String status, int version, String title) {
        return """
        {"type": "ORDER", "title": "%s", "status": "%s", "version": %d, "priority": "NORMAL",
         "effectivity": {"kind": "IMMEDIATE"},
         "items": [{"itemId": "%s", "fromRevision": "B", "toRevision": "C", "lifecycle": "RELEASED",
                    "attributes": {"weight": 1.50, "drawing": "D-1"}, "plants": ["1000"],
                    "disposition": {"stock": "USE_UP"}}],
         "bomChanges": [{"action": "ADD", "parentId": "%s", "componentId": "SL-0460", "position": 85,
                         "newQuantity": {"value": "2", "unit": "EA"}}],
         "routingChanges": [{"action": "ADD", "itemId": "%s", "number": 35, "setupTime": "PT5M"}],
         "approvals": [{"approver": "quality", "decision": "APPROVED", "decidedAt": "2026-11-01T09:30:00Z"}]}
        """
                .formatted(title, status, version, item, item, item);
    }
}
