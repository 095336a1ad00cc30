package dev.interlock.process.run;

import java.util.List;
import java.util.Set;

/// What a process's checks say about a run. `findings` is kept with the run as JSON.
public sealed interface Verdict {
    Object findings();

    /// The run may act, by these steps. `searchKeys` are what else it can be looked up by, now that
    /// it is planned.
    record Go(Object findings, List<StepPlan> steps, Set<String> searchKeys) implements Verdict {
        public Go {
            steps = List.copyOf(steps);
            searchKeys = Set.copyOf(searchKeys);
        }

        public Go(Object findings, List<StepPlan> steps) {
            this(findings, steps, Set.of());
        }
    }

    /// A check refused: nothing was sent.
    record Refuse(Object findings) implements Verdict {}

    /// A system that must be asked could not answer. Either the run asks again later, or it ends
    /// here.
    record Unanswered(Object findings, boolean askAgain) implements Verdict {}
}
