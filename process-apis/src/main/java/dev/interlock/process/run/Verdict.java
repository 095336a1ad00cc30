package dev.interlock.process.run;

import java.util.List;

/// What a process's checks say about a run. `findings` is kept with the run as JSON.
public sealed interface Verdict {
    Object findings();

    /// The run may act, by these steps.
    record Go(Object findings, List<StepPlan> steps) implements Verdict {
        public Go {
            steps = List.copyOf(steps);
        }
    }

    /// A check refused: nothing was sent.
    record Refuse(Object findings) implements Verdict {}

    /// A system that must be asked could not answer. Either the run asks again later, or it ends
    /// here.
    record Unanswered(Object findings, boolean askAgain) implements Verdict {}
}
