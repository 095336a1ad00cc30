package dev.interlock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// One supplier asks for more than its share.
@ExtendWith(GatewayExtension.class)
class RateLimitIT {
    private static final int MANY = 60;
    private static final String ORDERS = "/partner/v1/purchase-orders?limit=1";

    private final Gateway gateway;

    RateLimitIT(Gateway gateway) {
        this.gateway = gateway;
    }

    @Test
    void whoAsksTooOftenIsToldToComeBackAndNobodyElseIs() {
        assertThat(ask("supplier-cobalt").statusCode()).isEqualTo(200);
        assertThat(ask("supplier-acme").statusCode()).isEqualTo(200);

        List<Future<Response>> flood;
        Response other;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            flood =
                    IntStream.range(0, MANY)
                            .mapToObj(_ -> threads.submit(() -> ask("supplier-cobalt")))
                            .toList();
            other = ask("supplier-acme");
        }
        List<Response> answers = flood.stream().map(Future::resultNow).toList();

        assertThat(other.statusCode()).as(other.asString()).isEqualTo(200);
        assertThat(answers).extracting(Response::statusCode).containsOnly(200, 429);
        assertThat(answers).allSatisfy(RateLimitIT::saysWhatIsLeft);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 429)
                .isNotEmpty()
                .allSatisfy(RateLimitIT::saysWhenToComeBack);
    }

    private Response ask(String supplier) {
        return gateway.partner(supplier).get(ORDERS);
    }

    private static void saysWhatIsLeft(Response answer) {
        assertThat(answer.header("RateLimit-Policy")).contains("\"supplier\";q=3000;w=60");
        assertThat(answer.header("RateLimit")).contains(";r=");
    }

    private static void saysWhenToComeBack(Response answer) {
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("code")).isEqualTo("too-many-requests");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
    }
}
