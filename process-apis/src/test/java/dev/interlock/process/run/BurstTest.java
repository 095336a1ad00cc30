package dev.interlock.process.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.platform.outbound.Answer;
import dev.interlock.platform.outbound.Answer.Answered;
import dev.interlock.platform.outbound.Call;
import dev.interlock.process.Workbench;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Many runs come to their checks at the same moment, as after a crash.
@QuarkusTest
class BurstTest extends Workbench {
    @Test
    void moreCallsAtOnceThanATargetTakesWaitTheirTurnAndAreNoFailureOfIt() throws Exception {
        var system = targets.named("system");

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Answer> one = () -> system.send(Call.get("/system/v1/items/burst"));
            for (var answer : threads.invokeAll(Stream.generate(() -> one).limit(600).toList())) {
                assertThat(answer.get()).isInstanceOf(Answered.class);
            }
        }

        assertThat(system.breaker()).isEqualTo(CircuitBreakerState.CLOSED);
    }
}
