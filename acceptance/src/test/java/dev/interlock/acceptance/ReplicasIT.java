package dev.interlock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.sandbox.Replica;
import io.restassured.response.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Two process tiers over one ledger.
@ExtendWith(GatewayExtension.class)
class ReplicasIT {
    private static final int RACERS = 50;

    private final Gateway gateway;

    ReplicasIT(Gateway gateway) {
        this.gateway = gateway;
    }

    @Test
    void fiftyAtOnceUnderOneKeyOnTwoReplicasHaveEachEffectOnce() throws Exception {
        Change change = Change.of(gateway);
        String key = Gateway.newKey();
        Replica second = gateway.sandbox().secondProcessApis();
        second.start();
        try {
            List<URI> doors = List.of(gateway.endpoints().processApis(), second.uri());

            List<Response> answers = together(change, key, doors);

            assertThat(answers).allSatisfy(ReplicasIT::isOneOfThree);
            Response settled = change.propagate(key);
            assertThat(settled.statusCode()).as(settled.asString()).isEqualTo(201);
            assertThat(answers)
                    .filteredOn(answer -> answer.statusCode() == 201)
                    .isNotEmpty()
                    .extracting(Response::asString)
                    .containsOnly(settled.asString());
            change.expectEverywhereOnce();
        } finally {
            second.kill();
        }
    }

    private List<Response> together(Change change, String key, List<URI> doors)
            throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Response>> racing =
                    IntStream.range(0, RACERS)
                            .mapToObj(n -> doors.get(n % doors.size()))
                            .map(door -> threads.submit(() -> change.propagateAt(door, key)))
                            .toList();
            List<Response> answers = new ArrayList<>();
            for (Future<Response> one : racing) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    /// The result, the promise of it, or the word to come back.
    private static void isOneOfThree(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isIn(201, 202, 409);
        if (answer.statusCode() == 409) {
            assertThat(answer.jsonPath().getString("code")).isEqualTo("request-in-progress");
            assertThat(answer.header("Retry-After")).isNotBlank();
        }
    }
}
