package dev.interlock.process.orderrelease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.platform.problem.Problem;
import dev.interlock.process.TierBelow.Mood;
import dev.interlock.process.Workbench;
import dev.interlock.process.run.Conclusion.Answered;
import dev.interlock.process.run.Conclusion.KeyFreed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/// What is told of a release that took itself back: who stopped it, and whose fault that is.
@QuarkusTest
@SuppressWarnings("NullAway.Init")
class TakenBackTest extends Workbench {
    @Inject ReleaseProcess process;

    @Test
    void aRequestThatNobodyUnderstandsIsNoSystemOutOfReach() throws InterruptedException {
        below.next("/store", Mood.DENIES);
        start("all-or-nothing", "order:tb1", key());

        var problem = (Problem) ((KeyFreed) process.conclude(view(run("order:tb1")))).body();

        assertThat(problem.detail())
                .isEqualTo(
                        "MES does not understand how it was asked to store (told to): a fault of"
                                + " the gateway or its configuration. Everything was undone.");
    }

    @Test
    void aTargetThatRefusedIsNamed() throws InterruptedException {
        below.next("/pivot", Mood.REFUSES);
        start("all-or-nothing", "order:tb2", key());

        var problem = (Problem) ((Answered) process.conclude(view(run("order:tb2")))).body();

        assertThat(problem.title()).isEqualTo("The release was refused");
        assertThat(problem.detail())
                .isEqualTo(
                        "ERP refused to pivot. The order was not released; nothing was left"
                                + " behind.");
    }

    private String run(String subject) {
        return jdbi.withHandle(handle ->
                handle.createQuery("SELECT id FROM run WHERE subject = ?")
                        .bind(0, subject)
                        .mapTo(String.class)
                        .one());
    }
}
