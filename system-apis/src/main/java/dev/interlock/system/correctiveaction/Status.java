package dev.interlock.system.correctiveaction;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How far a corrective action is, in the order of its way.
@Schema(name = "CorrectiveActionStatus")
public enum Status {
    ISSUED,
    ACKNOWLEDGED,
    CONTAINMENT_SUBMITTED,
    ROOT_CAUSE_SUBMITTED,
    PLAN_SUBMITTED,
    PLAN_ACCEPTED,
    IMPLEMENTED,
    VERIFIED,
    CLOSED,
    DECLINED,
    CANCELLED;

    public boolean isEnded() {
        return this == CLOSED || this == DECLINED || this == CANCELLED;
    }

    /// Whether the way has led at least so far.
    public boolean hasReached(Status other) {
        return compareTo(other) >= 0;
    }
}
