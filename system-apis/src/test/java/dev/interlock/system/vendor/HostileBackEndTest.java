package dev.interlock.system.vendor;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.oneOf;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.interlock.system.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(value = HostileBackEndTest.Hostile.class, restrictToAnnotatedClass = true)
@TestSecurity(
        user = "process-apis",
        permissions = {
            "shopfloor:read",
            "shopfloor:write",
            "warehouse:read",
            "warehouse:write",
            "quality:read",
            "quality:write",
            "engineering:read",
            "engineering:write"
        })
@OidcSecurity(claims = @Claim(key = "azp", value = "process-apis"))
class HostileBackEndTest {
    private static final WireMockServer SERVER =
            new WireMockServer(
                    WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());

    /// One server that is every back end, and none of them well.
    public static class Hostile implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            SERVER.start();
            var settings = new HashMap<String, String>();
            for (var name : new String[] {"mes-1000", "mes-2000", "qms", "plm", "wms"}) {
                settings.put("interlock.targets." + name + ".url", SERVER.baseUrl());
                settings.put("interlock.targets." + name + ".timeout", "400MS");
                settings.put("interlock.targets." + name + ".quiet-time", "1S");
            }
            return settings;
        }

        @Override
        public void stop() {
            SERVER.stop();
        }
    }

    /// Circuits that the last test opened close on the first good answer.
    @BeforeEach
    void calmDown() throws Exception {
        SERVER.resetAll();
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(404)));
        for (var path :
                List.of(
                        "/shopfloor-masters/1000/GB-1/B",
                        "/staging-requests/S-1",
                        "/inspection-plans/1000/GB-1/B",
                        "/engineering-changes/ECO-1")) {
            while (given().get("/system/v1" + path).statusCode() != 404) {
                Thread.sleep(200);
            }
        }
        SERVER.resetAll();
    }

    static Stream<Arguments> everyFaultAtEveryBackEnd() {
        return faults().entrySet().stream()
                .flatMap(fault ->
                        requests().keySet().stream()
                                .map(path -> Arguments.of(fault.getKey(), path)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyFaultAtEveryBackEnd")
    void isNeverAHangAndNeverABugOfOurs(String fault, String path) {
        SERVER.stubFor(any(anyUrl()).willReturn(faults().get(fault)));
        var began = System.nanoTime();

        request(path)
                .then()
                .statusCode(oneOf(502, 503, 504))
                .body("effect", is(oneOf("NONE", "UNKNOWN")))
                .body("system", is(oneOf("MES", "WMS", "QMS", "PLM")));

        assertThat(System.nanoTime() - began).isLessThan(4_000_000_000L);
    }

    @Test
    void sendsAPlanAgainWhoseAnswerWasLost() {
        var key = UUID.randomUUID() + ".plan";
        SERVER.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(404)));
        SERVER.stubFor(put(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        keyed(key)
                .body(PLAN)
                .put("/system/v1/inspection-plans/1000/GB-1/B")
                .then()
                .statusCode(502)
                .body("effect", is("UNKNOWN"));

        SERVER.stubFor(get(anyUrl()).willReturn(json(QMS_PLAN)));
        var status = 0;
        while (status != 200) {
            status =
                    keyed(key)
                            .body(PLAN)
                            .put("/system/v1/inspection-plans/1000/GB-1/B")
                            .statusCode();
            assertThat(status).isIn(200, 503);
        }

        assertThat(
                        SERVER.getAllServeEvents().stream()
                                .filter(event ->
                                        event.getRequest().getMethod().getName().equals("PUT")))
                .hasSize(1);
    }

    @Test
    void readsTwiceAtMost() {
        SERVER.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(500)));

        given().get("/system/v1/engineering-changes/ECO-1").then().statusCode(502);

        assertThat(SERVER.getAllServeEvents()).hasSize(2);
    }

    private static final String PLAN = "{\"operations\": [10], \"characteristics\": []}";
    private static final String QMS_PLAN = "{\"steps\": [10], \"characteristics\": []}";

    private static Map<String, ResponseDefinitionBuilder> faults() {
        return Map.ofEntries(
                Map.entry("empty", aResponse().withFault(Fault.EMPTY_RESPONSE)),
                Map.entry("random", aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)),
                Map.entry("reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
                Map.entry("chunk", aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)),
                Map.entry(
                        "dribble",
                        json("{\"a\": \"%s\"}".formatted("x".repeat(100)))
                                .withChunkedDribbleDelay(20, 20_000)),
                Map.entry(
                        "redirect",
                        aResponse().withStatus(302).withHeader("Location", "http://127.0.0.1:9/")),
                Map.entry("huge", json("[" + "1,".repeat(5 << 20) + "1]")),
                Map.entry("garbage", aResponse().withStatus(200).withBody("<html>\u0000")),
                Map.entry("deep", json("[".repeat(5_000) + "]".repeat(5_000))),
                Map.entry(
                        "other",
                        json(
                                "{\"jobOrderId\": \"X\", \"quantity\": \"1e999999\","
                                    + " \"orderNumber\": 7, \"changes\": [null], \"steps\": [null],"
                                    + " \"lines\": [null], \"bill\": [null], \"changeNumber\":"
                                    + " \"X\"}")),
                Map.entry("array", json("[]")),
                Map.entry("null", json("null")),
                Map.entry("unauthorized", aResponse().withStatus(503)),
                Map.entry("broken", aResponse().withStatus(500).withBody("ORA-00600")));
    }

    private static Map<String, String> requests() {
        return Map.of(
                "PUT /shopfloor-masters/1000/GB-1/B",
                "{\"description\": \"x\", \"unit\": \"EA\", \"bom\": [], \"operations\":" + " []}",
                "PUT /job-orders/J-1",
                "{\"plant\": \"1000\", \"itemId\": \"GB-1\", \"revision\": \"B\","
                        + " \"quantity\": {\"value\": \"1\", \"unit\": \"EA\"},"
                        + " \"plannedStart\": \"2026-12-01\", \"plannedEnd\": \"2026-12-01\"}",
                "PUT /staging-requests/S-1",
                "{\"plant\": \"1000\", \"supplyLocation\": \"L\", \"lines\": [{\"itemId\":"
                        + " \"A\", \"quantity\": {\"value\": \"1\", \"unit\": \"EA\"}}]}",
                "PUT /inspection-plans/1000/GB-1/B",
                PLAN,
                "POST /engineering-changes/ECO-1/implementations",
                "{\"version\": 1}",
                "GET /engineering-changes",
                "",
                "GET /inspection-plans/1000/GB-1/B",
                "");
    }

    private static io.restassured.response.Response request(String request) {
        var parts = request.split(" ", 2);
        var spec =
                parts[0].equals("GET")
                        ? given()
                        : keyed(UUID.randomUUID() + ".step").body(requests().get(request));
        return spec.request(parts[0], "/system/v1" + parts[1]);
    }

    private static ResponseDefinitionBuilder json(String body) {
        return aResponse()
                .withStatus(200)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }

    private static RequestSpecification keyed(String key) {
        return given().contentType("application/json").header("Idempotency-Key", key);
    }
}
