package dev.interlock.process.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.process.TierBelow.Mood;
import dev.interlock.process.Workbench;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/// Runs with a key in common go one after the other.
@QuarkusTest
@SuppressWarnings("NullAway.Init")
class InLineTest extends Workbench {
    @Inject Ledger ledger;

    @Test
    void aYoungerRunOnTheSameKeyWaitsForTheOlderOne() throws Exception {
        below.next("/left", Mood.REFUSES);
        var older = start("rehearsal", "item:H", key());
        below.next("/left", Mood.FINE);

        var younger = start("rehearsal", "item:H", key(), Duration.ofMillis(300));
        var other = start("rehearsal", "item:I", key());

        assertThat(younger.getStatus()).isEqualTo(202);
        assertThat(view(id(younger)).waitingFor()).containsExactly(id(older));
        assertThat(other.getStatus()).isEqualTo(201);
    }

    @Test
    void aRunIsToldThatItIsNextBeforeItIsWrittenAndNotWhereItWaits() {
        var first = new Told();
        var second = new Told();

        ledger.register(registration("rehearsal", "item:N", key(), Duration.ofSeconds(1)), first);
        ledger.register(registration("rehearsal", "item:N", key(), Duration.ofSeconds(1)), second);

        assertThat(first.of).containsExactly("next", "CHECKING");
        assertThat(second.of).containsExactly("QUEUED");
    }

    private static final class Told implements Beginning {
        private final List<String> of = new ArrayList<>();

        @Override
        public void isNext(String runId) {
            of.add("next");
        }

        @Override
        public void written(Handle handle, Run run) {
            of.add(run.state().name());
        }
    }
}
