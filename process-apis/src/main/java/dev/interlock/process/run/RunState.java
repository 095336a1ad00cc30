package dev.interlock.process.run;

/// Where a run stands; each process maps it to the status its callers know.
public enum RunState {
    QUEUED,
    CHECKING,
    RUNNING,
    WAITING,
    UNDOING,
    SUCCEEDED,
    REFUSED,
    UNANSWERED,
    UNDONE,
    CANCELLED,
    REJECTED;

    /// An open run holds its keys.
    public boolean isOpen() {
        return switch (this) {
            case QUEUED, CHECKING, RUNNING, WAITING, UNDOING -> true;
            case SUCCEEDED, REFUSED, UNANSWERED, UNDONE, CANCELLED, REJECTED -> false;
        };
    }
}
