package dev.interlock.benchmark.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class ChainTest {
    @Test
    void callsThatWereUnderWayTogetherCountOnce() {
        JsonArray calls =
                JsonArray.of(
                        call("GET", "/orders/1", 0, 20),
                        call("GET", "/items/1", 25, 45),
                        call("GET", "/items/2", 26, 47),
                        call("POST", "/availability-checks", 27, 48),
                        call("POST", "/reservations", 50, 70),
                        call("PUT", "/job-orders/1", 75, 95));

        assertThat(Chain.of(calls)).isEqualTo(new Chain(2, 2));
        assertThat(Chain.of(calls).length()).isEqualTo(4);
    }

    @Test
    void whatIsAskedInTurnMakesTheChainLonger() {
        JsonArray calls =
                JsonArray.of(
                        call("GET", "/orders/1", 0, 20),
                        call("GET", "/holds", 25, 45),
                        call("GET", "/items/1", 26, 46),
                        call("GET", "/balances", 48, 68));

        assertThat(Chain.of(calls)).isEqualTo(new Chain(3, 0));
    }

    private static JsonObject call(String method, String uri, int came, int left) {
        return JsonObject.of("target", "ERP", "method", method, "uri", uri)
                .put("cameMicros", came * 1000L)
                .put("leftMicros", left * 1000L);
    }
}
