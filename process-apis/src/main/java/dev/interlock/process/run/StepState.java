package dev.interlock.process.run;

/// Where one effect of a run stands.
public enum StepState {
    PENDING,
    /// An attempt is under way, or was when its worker died.
    RUNNING,
    SUCCEEDED,
    /// The last attempt certainly had no effect; it is repeated by itself.
    RETRYING,
    /// Nobody knows whether the last attempt had an effect; the same key and bytes are sent again.
    IN_DOUBT,
    /// Only a person can say how to go on.
    PARKED,
    /// The target understood and refused; a person decides.
    FAILED,
    /// A person decided to go on without it.
    SKIPPED,
    /// The target refused, and by that there is nothing left to be done.
    NOT_NEEDED,
    COMPENSATING,
    COMPENSATED;

    public boolean isDone() {
        return this == SUCCEEDED || this == SKIPPED || this == NOT_NEEDED;
    }

    /// The ledger itself goes on with it, without a person.
    public boolean goesOnAlone() {
        return this == RETRYING || this == IN_DOUBT || this == RUNNING || this == PENDING;
    }

    public boolean waitsForAPerson() {
        return this == PARKED || this == FAILED;
    }
}
