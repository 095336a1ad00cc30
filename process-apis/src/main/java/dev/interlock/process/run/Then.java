package dev.interlock.process.run;

import dev.interlock.process.run.StepTable.Opening;
import java.util.List;

/// What follows the success of a step.
interface Then {
    Then NOTHING =
            new Then() {
                @Override
                public List<Step> ahead() {
                    return List.of();
                }

                @Override
                public boolean isLast() {
                    return false;
                }

                @Override
                public Success after(Writing writing, List<StepState> states, List<Opening> ahead) {
                    return Success.ALONE;
                }
            };

    /// The remote steps that begin by it, as far as the others are known to stand: one statement
    /// writes its end and their begin.
    List<Step> ahead();

    /// Whether all others are known to be done: the end of the run is one with its own.
    boolean isLast();

    /// When the steps of its run stood like this, and those ahead have begun.
    Success after(Writing writing, List<StepState> states, List<Opening> ahead);

    /// What a success lets begin, and whether nothing is left to do for its target.
    record Success(boolean arrived, List<Next> next) {
        static final Success ALONE = new Success(false, List.of());
    }
}
