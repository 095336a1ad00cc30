package dev.interlock.process.run;

import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// A kind of business transaction: its checks, the steps they lead to, and what its callers are
/// told. A new process is a new list of steps, not a new engine.
public interface RunProcess {
    /// As it stands in the ledger.
    String name();

    /// Where callers find a run of it: `/process/v1/releases`.
    String collection();

    /// A process that is all or nothing undoes itself when a technical failure before its pivot
    /// lasts longer than this; any other goes on trying.
    Optional<Duration> giveUpAfter();

    /// Asks every check, without any effect. Called when the run is at the head of its keys.
    Verdict decide(Run run) throws InterruptedException;

    /// Does a local step, in the transaction that records its success.
    void perform(Handle handle, Run run, Step step);

    /// The exact body of a step that was planned as a draft. `TargetFailed` when it cannot be known
    /// now: the step is tried again later.
    default byte[] complete(Run run, Step step) {
        throw new IllegalStateException(name() + " plans no step as a draft");
    }

    /// What the caller is told about the run as it stands.
    Conclusion conclude(RunView view);

    /// Called in the transaction that settles the run, each time it comes to a rest.
    void settled(Handle handle, RunView view);
}
