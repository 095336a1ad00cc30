package dev.interlock.process.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.process.TierBelow.Mood;
import dev.interlock.process.Workbench;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DemandTest extends Workbench {
    /// The tier was out for a while; what stands at the target is then read once and written over.
    @Test
    void anOutageIsNotTakenForSomebodyWhoKeepsWriting() throws Exception {
        below.next("/thing", Mood.GARBAGE);
        var run = id(start("rewriting", "item:outage", Set.of(), Duration.ZERO));
        until(() -> below.calls("/thing") >= 5);
        below.stands("/thing", "\"v7\"");
        below.next("/thing", Mood.FINE);

        await(run, RunState.SUCCEEDED);
    }

    private static final String FIRST = "\"1\"";
    private static final String SECOND = "\"2\"";

    @Test
    void whatIsNewIsWrittenWithoutAskingFirstWhatStands() throws Exception {
        var run = id(start("rewriting", "item:new", Set.of(), Duration.ZERO));
        await(run, RunState.SUCCEEDED);

        assertThat(below.demands()).containsExactly("/thing ");
        assertThat(below.reads("/thing")).isZero();
    }

    @Test
    void anAttemptAfterOneWithoutEffectReadsAnewWhatStands() throws Exception {
        below.stands("/thing", FIRST);
        below.next("/thing", Mood.AWAY_BEHIND, Mood.FINE);

        var run = firstAttempt("item:anew");
        below.stands("/thing", SECOND);
        await(run, RunState.SUCCEEDED);

        assertThat(below.demands())
                .containsExactly("/thing ", "/thing " + FIRST, "/thing " + SECOND);
    }

    @Test
    void anAttemptInDoubtIsSentAgainExactlyAsItWas() throws Exception {
        below.stands("/thing", FIRST);
        below.next("/thing", Mood.PERFORMED_THEN_503, Mood.FINE);

        var run = firstAttempt("item:same");
        below.stands("/thing", SECOND);
        await(run, RunState.SUCCEEDED);

        assertThat(below.demands())
                .containsExactly("/thing ", "/thing " + FIRST, "/thing " + FIRST);
        assertThat(below.paths()).containsExactly("/thing");
    }

    private String firstAttempt(String item) throws InterruptedException {
        var run = id(start("rewriting", item, Set.of(), Duration.ZERO));
        var until = Instant.now().plusSeconds(10);
        while (!below.demands().contains("/thing " + FIRST) && Instant.now().isBefore(until)) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return run;
    }
}
