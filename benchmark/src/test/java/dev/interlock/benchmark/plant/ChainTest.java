package dev.interlock.benchmark.plant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChainTest {
    @Test
    void callsThatWereUnderWayTogetherCountOnce() {
        List<Call> calls =
                List.of(
                        call("GET", "/orders/1", 0, 20),
                        call("GET", "/items/1", 25, 45),
                        call("GET", "/items/2", 26, 47),
                        call("POST", "/availability-checks", 27, 48),
                        call("POST", "/reservations", 50, 70),
                        call("PUT", "/job-orders/1", 75, 95));

        assertThat(Chain.of(calls)).isEqualTo(new Chain(2, 2, 20 + 20 + 20 + 20));
        assertThat(Chain.of(calls).length()).isEqualTo(4);
    }

    @Test
    void whatIsAskedInTurnMakesTheChainLonger() {
        List<Call> calls =
                List.of(
                        call("GET", "/orders/1", 0, 20),
                        call("GET", "/holds", 25, 45),
                        call("GET", "/items/1", 26, 46),
                        call("GET", "/balances", 48, 68));

        assertThat(Chain.of(calls)).isEqualTo(new Chain(3, 0, 20 + 20 + 20));
    }

    @Test
    void whatTheGatewayTookForAnAnswerOfTheErpIsNotTheErps() {
        List<Call> calls =
                List.of(
                        call("GET", "/items/1", 0, 27, 20),
                        call("POST", "/reservations", 30, 55, 21));

        assertThat(Chain.of(calls).millis()).isEqualTo(20 + 21);
    }

    @Test
    void aTimelineSaysWhenEachCallCameAndLeft() {
        Timeline timeline = new Timeline();
        timeline.add(
                10_000_000,
                List.of(
                        call("POST", "/system/v1/production-orders/RB-7/releases", 40, 61),
                        call("GET", "/system/v1/items/RB-7?plant=1000", 15, 36)));

        assertThat(timeline.lines())
                .containsExactly(
                        "      5.0 to    26.0  ERP GET /items/…",
                        "     30.0 to    51.0  ERP POST /production-orders/…/releases");
    }

    private static Call call(String method, String uri, int came, int left) {
        return call(method, uri, came, left, left - came);
    }

    private static Call call(String method, String uri, int came, int left, int own) {
        return new Call("ERP", method, uri, came * 1000L, left * 1000L, own * 1000L);
    }
}
