package dev.interlock.process.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// A kind of business transaction: its checks, the steps they lead to, and what its callers are
/// told. A new process is a new list of steps, not a new engine.
public interface RunProcess {
    /// As it stands in the ledger.
    String name();

    /// What callers call a run of it.
    default String what() {
        return "run";
    }

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

    /// Whether a refusal by the target, told by the code of its problem, leaves nothing to be done.
    default boolean isNotNeeded(Step step, String code) {
        return false;
    }

    /// What the caller is told about the run as it stands.
    Conclusion conclude(RunView view);

    /// Called in the transaction that settles the run, each time it comes to another rest than the
    /// last time.
    void settled(Handle handle, RunView view);

    /// The systems that its steps go to, each perhaps for several plants.
    default Set<String> targets() {
        return Set.of();
    }

    /// What callers of this process call the state of a run.
    default String status(RunState state) {
        return state.name();
    }

    /// Where what the run carries came from.
    default List<Origin> origins(RunView view) {
        return List.of();
    }

    /// By which rule the content of a step was made from what the run carries.
    default String rule(Step step) {
        return "as requested";
    }

    /// A thing in a source system, in the version that the run took.
    record Origin(String system, String type, String id, @Nullable String version) {}
}
