package dev.interlock.process.run;

import dev.interlock.process.run.StepTable.Opening;
import java.time.Duration;
import java.util.List;

/// What the end of an attempt has led to.
sealed interface Next {
    /// An attempt that is written down and now may be made; `all` are the steps of its run as they
    /// stood then.
    record Begun(Step step, List<Step> all, Demand demand, int number) implements Next {
        static Begun first(Opening opening, List<Step> all) {
            return new Begun(opening.step(), all, opening.demand(), 1);
        }
    }

    /// A step of our own, which begins and ends in one transaction.
    record Here(Step step, List<Step> all) implements Next {}

    /// The same step once more.
    record Again(Step step, Duration pause) implements Next {}

    /// A step that waits for others too: `done` has ended, and these are the steps as its end saw
    /// them.
    record Meets(Step waiting, Step done, List<Step> all) implements Next {}
}
