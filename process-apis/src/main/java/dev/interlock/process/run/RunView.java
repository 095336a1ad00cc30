package dev.interlock.process.run;

import java.util.List;

/// A run with everything under it, read at one moment.
public record RunView(Run run, List<Step> steps, List<Attempt> attempts, List<String> waitingFor) {
    public RunView {
        steps = List.copyOf(steps);
        attempts = List.copyOf(attempts);
        waitingFor = List.copyOf(waitingFor);
    }

    /// The pivot has succeeded: from here on nothing is undone.
    public boolean isPastPivot() {
        return Step.isPastPivot(steps);
    }
}
