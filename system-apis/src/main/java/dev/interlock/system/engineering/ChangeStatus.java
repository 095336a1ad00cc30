package dev.interlock.system.engineering;

/// Where a change stands in PLM. Only an APPROVED one propagates.
public enum ChangeStatus {
    DRAFT,
    OPEN,
    IN_REVIEW,
    APPROVED,
    HOLD,
    REJECTED,
    CANCELLED,
    IMPLEMENTED
}
