package dev.interlock.system.shopfloor;

/// States of a job order (ISA-95 part 4).
public enum JobState {
    NOT_ALLOWED_TO_START,
    ALLOWED_TO_START,
    RUNNING,
    INTERRUPTED,
    ENDED,
    ABORTED;

    /// Once allowed to start, it can no longer be taken back.
    public boolean started() {
        return this != NOT_ALLOWED_TO_START;
    }
}
