package dev.interlock.process.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.platform.problem.GatewayException.Rejected;
import dev.interlock.platform.problem.GatewayException.WrongState;
import dev.interlock.process.TierBelow.Mood;
import dev.interlock.process.Workbench;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// A person says that what waits may go on.
@QuarkusTest
@SuppressWarnings("NullAway.Init")
class ResumeTest extends Workbench {
    private static final String REHEARSAL = "rehearsal";

    @Inject Interventions interventions;

    @Test
    void resumingTriesEverythingAgainAtOnce() throws Exception {
        below.next("/left", Mood.REFUSES);
        below.next("/right", Mood.REFUSES);
        var run = start(REHEARSAL, "item:r1", Set.of());
        below.next("/left", Mood.FINE);
        below.next("/right", Mood.FINE);

        interventions.resume(asked("POST /r"), REHEARSAL, run, null, RunView::waitingFor);
        await(run, RunState.SUCCEEDED);

        assertThat(below.paths()).containsOnlyOnce("/left", "/right", "/last");
        assertThat(book.find(run).orElseThrow().exceptions())
                .extracting(ExceptionItem::status)
                .containsOnly(ExceptionItem.Status.RETRIED);
    }

    /// Whoever resumes at the same moment asks no target a second time.
    @Test
    void ofTenWhoResumeAtOnceOneDoes() throws Exception {
        below.next("/left", Mood.REFUSES, Mood.SLOW);
        var run = start(REHEARSAL, "item:" + key(), Set.of());

        var done = new ArrayList<Boolean>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> resume = () -> resumes(run);
            for (var person : people.invokeAll(Collections.nCopies(10, resume))) {
                done.add(person.get());
            }
        }
        await(run, RunState.SUCCEEDED);

        assertThat(done).containsOnlyOnce(true);
        assertThat(below.calls("/left")).isEqualTo(2);
    }

    private boolean resumes(String run) {
        try {
            interventions.resume(asked("POST /r"), REHEARSAL, run, "again", RunView::waitingFor);
            return true;
        } catch (Rejected _) {
            return false;
        }
    }

    @Test
    void aRunThatHasEndedIsNotResumed() throws Exception {
        var run = start(REHEARSAL, "item:r2", Set.of());

        assertThatThrownBy(() ->
                        interventions.resume(
                                asked("POST /r"), REHEARSAL, run, null, RunView::waitingFor))
                .isInstanceOf(WrongState.class);
    }
}
