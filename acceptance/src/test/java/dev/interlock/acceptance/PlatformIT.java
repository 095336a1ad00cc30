package dev.interlock.acceptance;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What every tier answers to what no caller should send.
@ExtendWith(GatewayExtension.class)
class PlatformIT {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final Gateway gateway;

    PlatformIT(Gateway gateway) {
        this.gateway = gateway;
    }

    private static void expectProblem(ValidatableResponse answer, int status, String code) {
        answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + code))
                .body("code", equalTo(code))
                .body("status", equalTo(status))
                .body("title", notNullValue())
                .body("detail", notNullValue())
                .body("instance", startsWith("/"))
                .body("correlationId", notNullValue())
                .body("retryable", equalTo(false));
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatTheFrameworkRefusesWithAProblem(Tier tier) {
        expectProblem(
                tier.in(gateway).get(tier.list().replaceFirst("v1/.*", "v1/nowhere")).then(),
                404,
                "not-found");
        expectProblem(tier.in(gateway).delete(tier.list()).then(), 405, "method-not-allowed");
        expectProblem(
                tier.in(gateway).accept("image/png").get(tier.list()).then(),
                406,
                "not-acceptable");
    }

    @ParameterizedTest
    @EnumSource
    void refusesABadQueryValueAndNamesIt(Tier tier) {
        for (String bad : new String[] {"0", "201", "many", "-1"}) {
            ValidatableResponse answer = tier.in(gateway).get(tier.list() + "?limit=" + bad).then();
            expectProblem(answer, 400, "invalid-request");
            answer.body("violations", not(hasSize(0)));
        }
        expectProblem(
                tier.in(gateway).get(tier.list() + "?cursor=made-up").then(),
                400,
                "invalid-request");
    }

    @ParameterizedTest
    @EnumSource
    void refusesACharacterThatNothingIsNamedBy(Tier tier) {
        expectProblem(
                tier.in(gateway).urlEncodingEnabled(false).get(tier.list() + "/a%00b").then(),
                400,
                "invalid-request");
    }

    @ParameterizedTest
    @EnumSource
    void refusesABodyThatIsTooLarge(Tier tier) {
        expectProblem(
                tier.in(gateway).body("x".repeat(2 << 20)).post(tier.list()).then(),
                413,
                "content-too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{",
                "[]",
                "42",
                "{\"orderNumber\": null}",
                "{\"orderNumber\": 100001}",
                "{\"orderNumber\": \"100001\\u0000\"}",
                "{\"orderNumber\": \"100001\", \"orderNumber\": \"100001\"}",
                "{\"orderNumber\": \"100001\", \"colour\": \"red\"}",
                "{\"orderNumber\": \"100001\"} and more"
            })
    void refusesJsonThatIsNotToTheLetter(String body) {
        for (String path : new String[] {"/system/v1/reservations", "/process/v1/release-checks"}) {
            Tier tier = path.startsWith("/system") ? Tier.SYSTEM : Tier.PROCESS;
            ValidatableResponse answer =
                    tier.in(gateway)
                            .header("Idempotency-Key", Gateway.newKey())
                            .body(body)
                            .post(path)
                            .then();
            expectProblem(answer, 400, "invalid-request");
            answer.body("violations", not(hasSize(0)));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SYSTEM", "PROCESS"})
    void refusesAMediaTypeItDoesNotUnderstand(Tier tier) {
        String path =
                tier == Tier.SYSTEM ? "/system/v1/reservations" : "/process/v1/release-checks";
        expectProblem(
                tier.in(gateway).contentType(ContentType.TEXT).body("100001").post(path).then(),
                415,
                "unsupported-media-type");
    }

    @ParameterizedTest
    @EnumSource
    void continuesTheCallersCorrelationAndTrace(Tier tier) {
        tier.in(gateway)
                .header("X-Correlation-Id", "night-shift.7")
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .get(tier.list())
                .then()
                .statusCode(200)
                .header("X-Correlation-Id", equalTo("night-shift.7"))
                .header("traceparent", containsString(TRACE));
        tier.in(gateway)
                .header("X-Correlation-Id", "not allowed!")
                .header("traceparent", "nonsense")
                .get(tier.list())
                .then()
                .statusCode(200)
                .header("X-Correlation-Id", not(equalTo("not allowed!")))
                .header("traceparent", startsWith("00-"));
    }

    @ParameterizedTest
    @EnumSource
    void showsItsHealthOnTheManagementPortOnly(Tier tier) {
        int management = gateway.ports().managementOf(gateway.ports().of(tier.part()));
        for (String path : new String[] {"/q/health/live", "/q/health/ready"}) {
            gateway.at(URI.create("http://127.0.0.1:" + management))
                    .get(path)
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("UP"));
            expectProblem(tier.withoutToken(gateway).get(path).then(), 404, "not-found");
        }
        expectProblem(tier.withoutToken(gateway).get("/q/metrics").then(), 404, "not-found");
    }
}
