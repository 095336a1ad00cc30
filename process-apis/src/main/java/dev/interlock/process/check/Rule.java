package dev.interlock.process.check;

import dev.interlock.process.check.Finding.Outcome;

/// What policy makes of a check: whether it runs, what its failure means, and which row says so.
public record Rule(boolean skips, Outcome onFail, String row) {
    /// Where no policy can be set, a failed check blocks.
    public static final Rule BLOCK = new Rule(false, Outcome.BLOCK, "built in: BLOCK");
}
