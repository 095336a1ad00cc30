package dev.interlock.system.notification;

import static dev.interlock.system.Calls.get;
import static dev.interlock.system.Calls.post;
import static dev.interlock.system.Purchasing.getAs;
import static dev.interlock.system.Purchasing.postAs;
import static dev.interlock.system.Purchasing.supplied;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.interlock.system.AsPartnerTier;
import dev.interlock.system.AsQms;
import dev.interlock.system.Masters;
import dev.interlock.system.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// Quality notifications from both sides: the buyer sends, the supplier answers.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NotificationsTest {
    private static final String PATH = "/quality-notifications";
    private static String item = "";
    private static String accepted = "";
    private static String declined = "";
    private static String unsent = "";

    @Inject Jdbi jdbi;

    @Test
    @Order(1)
    @AsQms
    void areMadeAndSentByTheBuyer() {
        Masters.plants();
        item = supplied("ACME", true, false);
        accepted = made("LIFE_THREATENING");
        declined = made("MINOR");
        unsent = made("MAJOR");

        post(PATH + "/" + accepted + "/acknowledgements", "{}")
                .then()
                .statusCode(403)
                .body("code", is("insufficient-scope"));
        post(PATH + "/" + accepted + "/closures", "{}")
                .then()
                .statusCode(409)
                .body("state", is("CREATED"))
                .body("allowed", contains("ACCEPTED", "DECLINED"));
        post(PATH + "/" + accepted + "/sendings", "{}")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("status", is("SENT"))
                .body("sentAt", notNullValue());
        post(PATH + "/" + declined + "/sendings", "{}").then().statusCode(200);
        get(PATH + "/" + accepted).then().body("status", is("SENT"));
        post(PATH + "/" + accepted + "/cancellations", "{}")
                .then()
                .statusCode(409)
                .body("state", is("SENT"));
    }

    @Test
    @Order(2)
    @AsQms
    void areRefusedWithEveryReasonAtOnce() {
        post(
                        PATH,
                        draft("MINOR")
                                .replace("'ACME'", "'NOBODY'")
                                .replace("'1000'", "'9999'")
                                .replace("'affected'", "'nonconformanceId': 'NC-1', 'affected'"))
                .then()
                .statusCode(422)
                .body(
                        "violations.code",
                        containsInAnyOrder(
                                "unknown-plant",
                                "unknown-supplier",
                                "unknown-nonconformance",
                                "not-supplied"));
        post(PATH, draft("HUGE")).then().statusCode(400);
        post(PATH, "{}")
                .then()
                .statusCode(400)
                .body("violations.pointer", hasItems("/type", "/severity", "/affected"));
        get(PATH + "/QN-1").then().statusCode(404);
    }

    @Test
    @Order(3)
    @AsPartnerTier
    void areReceivedWhenTheSupplierReadsThem() {
        getAs("ACME", PATH + "?limit=200")
                .then()
                .body("items.notificationId", hasItems(accepted, declined))
                .body("items.notificationId", not(hasItem(unsent)))
                .body("items.status", everyItem(is("SENT")));

        getAs("ACME", PATH + "/" + accepted)
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("status", is("RECEIVED"))
                .body("receivedAt", notNullValue());
        getAs("ACME", PATH + "/" + accepted).then().header("ETag", "\"3\"");
    }

    @Test
    @Order(4)
    @AsPartnerTier
    void areAnsweredByTheSupplierOnly() {
        var path = PATH + "/" + accepted;
        postAs("ACME", path + "/acceptances", "{}").then().statusCode(409);
        postAs("ACME", path + "/acknowledgements", "{}")
                .then()
                .statusCode(200)
                .body("status", is("ACKNOWLEDGED"));
        postAs("ACME", path + "/acceptances", "{'remark': 'we are on it'}")
                .then()
                .statusCode(200)
                .body("status", is("ACCEPTED"))
                .body("answer", is("we are on it"));
        postAs("ACME", path + "/declines", "{'reason': 'x'}").then().statusCode(409);
        postAs("ACME", path + "/closures", "{}").then().statusCode(403);
        postAs("ACME", PATH, draft("MINOR")).then().statusCode(403);

        var other = PATH + "/" + declined;
        postAs("ACME", other + "/acknowledgements", "{}")
                .then()
                .statusCode(200)
                .body("receivedAt", notNullValue());
        postAs("ACME", other + "/declines", "{}").then().statusCode(400);
        postAs("ACME", other + "/declines", "{'reason': 'not our part'}")
                .then()
                .statusCode(200)
                .body("status", is("DECLINED"))
                .body("answer", is("not our part"));
    }

    @Test
    @Order(5)
    @AsPartnerTier
    void areUnknownToWhomTheyAreNotSent() {
        getAs("ACME", PATH + "/" + unsent).then().statusCode(404);
        postAs("ACME", PATH + "/" + unsent + "/acknowledgements", "{}").then().statusCode(404);
        getAs("BOREALIS", PATH + "/" + accepted).then().statusCode(404);
        getAs("BOREALIS", PATH + "?supplierId=ACME").then().body("items", empty());
        postAs("BOREALIS", PATH + "/" + accepted + "/closures", "{}").then().statusCode(404);
    }

    @Test
    @Order(6)
    @AsQms
    void areClosedByTheBuyer() {
        post(PATH + "/" + accepted + "/closures", "{'remark': 'thanks'}")
                .then()
                .statusCode(200)
                .body("status", is("CLOSED"))
                .body("closingRemark", is("thanks"));
        post(PATH + "/" + unsent + "/cancellations", "{}")
                .then()
                .statusCode(200)
                .body("status", is("CANCELED"))
                .body("sentAt", nullValue());
        get(PATH + "?severity=LIFE_THREATENING&status=CLOSED&supplierId=ACME")
                .then()
                .body("items.notificationId", contains(accepted));

        assertThat(
                        text(
                                "SELECT string_agg(type, ', ' ORDER BY sequence) FROM outbox WHERE"
                                        + " ordering_key = :key",
                                "quality-notification/" + accepted))
                .startsWith("quality.notification.changed, quality.notification.sent,")
                .endsWith("quality.notification.changed");
        assertThat(
                        text(
                                "SELECT string_agg(side || ' ' || step, ', ' ORDER BY number) FROM"
                                    + " quality_notification_audit WHERE notification_id = :key",
                                accepted))
                .isEqualTo(
                        "BUYER SEND, SUPPLIER RECEIVE, SUPPLIER ACKNOWLEDGE, SUPPLIER ACCEPT, BUYER"
                                + " CLOSE");
    }

    private String text(String sql, String key) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).bind("key", key).mapTo(String.class).one());
    }

    private static String made(String severity) {
        return post(PATH, draft(severity))
                .then()
                .statusCode(201)
                .body("status", is("CREATED"))
                .body("severity", is(severity))
                .extract()
                .path("notificationId");
    }

    private static String draft(String severity) {
        return """
        {'type': 'ALERT', 'supplierId': 'ACME', 'plant': '1000', 'title': 'Cracks', 'description': 'Cracks in the inner ring',
         'severity': '%s', 'affected': [{'itemId': '%s', 'lot': 'L-1', 'serials': ['S-1']}], 'answerBy': '2026-12-01'}
        """
                .formatted(severity, item);
    }
}
