package dev.interlock.system.attachment;

import static dev.interlock.system.Calls.get;
import static dev.interlock.system.Calls.post;
import static dev.interlock.system.Purchasing.getAs;
import static dev.interlock.system.Purchasing.supplied;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.interlock.system.AsPartnerTier;
import dev.interlock.system.AsQms;
import dev.interlock.system.Masters;
import dev.interlock.system.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AttachmentsTest {
    private static final int LIMIT = 10 * 1024 * 1024;
    private static final String PDF = "application/pdf";
    private static String action = "";
    private static String ended = "";

    @Inject Jdbi jdbi;

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway") // Quarkus sets it
    URI address;

    @Test
    @Order(1)
    @AsQms
    void comeBackAsTheyWereSent() {
        Masters.plants();
        var item = supplied("ACME", true, false);
        action = issued(item);
        ended = issued(item);
        var report = pdf(700_000);

        var made = attach(action, "?filename=Pr%C3%BCf%20bericht.pdf&discipline=D3", PDF, report);

        made.then()
                .statusCode(201)
                .body("size", is(700_000))
                .body("mediaType", is(PDF))
                .body("discipline", is("D3"))
                .body("side", is("BUYER"));
        var path = made.header("Location").replace("/system/v1", "");
        var back = get(path);
        assertThat(back.asByteArray()).isEqualTo(report);
        back.then()
                .statusCode(200)
                .contentType(PDF)
                .header("ETag", is("\"" + made.path("sha256") + "\""))
                .header(
                        "Content-Disposition",
                        is(
                                "attachment; filename=\"Pr_f bericht.pdf\";"
                                        + " filename*=UTF-8''Pr%C3%BCf%20bericht.pdf"))
                .header("X-Content-Type-Options", is("nosniff"));
        get("/corrective-actions/" + action + "/attachments")
                .then()
                .body("items.attachmentId", contains(made.<String>path("attachmentId")));
        get("/corrective-actions/" + action).then().body("history.deed", hasItem("ATTACH"));
        get("/corrective-actions/" + action + "/attachments/AT-1").then().statusCode(404);
    }

    @Test
    @Order(2)
    @AsQms
    void haveAtMostTenMebibytes() throws Exception {
        attach(action, "?filename=large.pdf", PDF, pdf(LIMIT)).then().statusCode(201);
        attach(action, "?filename=larger.pdf", PDF, pdf(LIMIT + 1))
                .then()
                .statusCode(413)
                .body("code", is("content-too-large"));
        assertThat(chunked(pdf(LIMIT + 1))).isEqualTo(413);
        assertThat(chunked(pdf(2 * 1024 * 1024))).isEqualTo(201);
        post("/corrective-actions", " ".repeat(1024 * 1024) + "{}").then().statusCode(413);
        nothingIsLeftBehind();
    }

    @Test
    @Order(3)
    @AsQms
    void areWhatTheirTypeSays() {
        attach(action, "?filename=a.png", "image/png", pdf(100))
                .then()
                .statusCode(422)
                .body("violations.code", contains("type-mismatch"));
        attach(action, "?filename=a.txt", "text/plain", new byte[] {'a', 0, 'b'})
                .then()
                .statusCode(422);
        attach(action, "?filename=a.txt", "text/plain", new byte[0])
                .then()
                .statusCode(422)
                .body("violations.code", contains("empty"));
        attach(action, "?filename=a.html", "text/html", "<p>".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(415);
        attach(action, "", PDF, pdf(100)).then().statusCode(400);
        attach(action, "?filename=..%2Fa.pdf", PDF, pdf(100)).then().statusCode(400);
        attach(action, "?filename=a.csv", "text/csv", "ä;b\n".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(201);
        nothingIsLeftBehind();
    }

    @Test
    @Order(4)
    @AsQms
    void areTakenOncePerKey() {
        var key = UUID.randomUUID().toString();
        var path = "?filename=once.pdf";

        var first = attach(action, path, PDF, pdf(1000), key).then().statusCode(201).extract();
        var again = attach(action, path, PDF, pdf(1000), key);

        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        attach(action, path, PDF, pdf(1001), key)
                .then()
                .statusCode(422)
                .body("code", is("idempotency-key-reused"));
        attach(action, "?filename=twice.pdf", PDF, pdf(1000), key).then().statusCode(422);
        nothingIsLeftBehind();
    }

    @Test
    @Order(5)
    @AsQms
    void areNotTakenOnceAllIsOver() {
        post("/corrective-actions/" + ended + "/cancellations", "{'reason': 'doubled'}")
                .then()
                .statusCode(200);

        attach(ended, "?filename=a.pdf", PDF, pdf(100))
                .then()
                .statusCode(409)
                .body("state", is("CANCELLED"));
        nothingIsLeftBehind();
    }

    @Test
    @Order(6)
    @AsPartnerTier
    void areTheSuppliersOwn() {
        var path = "/corrective-actions/" + action + "/attachments";
        var mine =
                given().config(plain())
                        .header("Interlock-Supplier", "ACME")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType(PDF)
                        .body(pdf(100))
                        .post("/system/v1" + path + "?filename=mine.pdf");
        mine.then().statusCode(201).body("side", is("SUPPLIER")).body("by", nullValue());
        var id = mine.<String>path("attachmentId");

        getAs("ACME", path + "/" + id).then().statusCode(200);
        getAs("BOREALIS", path).then().statusCode(404);
        getAs("BOREALIS", path + "/" + id).then().statusCode(404);
        given().config(plain())
                .header("Interlock-Supplier", "BOREALIS")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(PDF)
                .body(pdf(100))
                .post("/system/v1" + path + "?filename=mine.pdf")
                .then()
                .statusCode(404);
        nothingIsLeftBehind();
    }

    private void nothingIsLeftBehind() {
        assertThat(
                        jdbi.<Integer, RuntimeException>withHandle(handle ->
                                handle.createQuery(
                                                "SELECT (SELECT count(*) FROM attachment_content)"
                                                        + " - (SELECT count(*) FROM"
                                                        + " corrective_action_attachment)")
                                        .mapTo(Integer.class)
                                        .one()))
                .isZero();
    }

    /// Without saying beforehand how long it is.
    private int chunked(byte[] file) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(
                                            address.resolve(
                                                    "/system/v1/corrective-actions/"
                                                            + action
                                                            + "/attachments?filename=c.pdf"))
                                    .header("Content-Type", PDF)
                                    .header("Idempotency-Key", UUID.randomUUID().toString())
                                    .POST(
                                            HttpRequest.BodyPublishers.ofInputStream(
                                                    () -> new ByteArrayInputStream(file)))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static Response attach(String to, String query, String type, byte[] file) {
        return attach(to, query, type, file, UUID.randomUUID().toString());
    }

    private static Response attach(String to, String query, String type, byte[] file, String key) {
        return given().config(plain())
                .urlEncodingEnabled(false)
                .header("Idempotency-Key", key)
                .contentType(type)
                .body(file)
                .post("/system/v1/corrective-actions/" + to + "/attachments" + query);
    }

    private static RestAssuredConfig plain() {
        return RestAssuredConfig.config()
                .encoderConfig(
                        EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false));
    }

    private static byte[] pdf(int size) {
        var file = new byte[size];
        Arrays.fill(file, (byte) 'x');
        System.arraycopy("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), 0, file, 0, 8);
        return file;
    }

    private static String issued(String item) {
        return post(
                        "/corrective-actions",
                        """
                        {'supplierId': 'ACME', 'plant': '1000', 'itemId': '%s', 'title': 'Cracks', 'description': 'Cracks',
                         'severity': 'MAJOR'}
                        """
                                .formatted(item))
                .then()
                .statusCode(201)
                .extract()
                .path("correctiveActionId");
    }
}
