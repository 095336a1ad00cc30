package dev.interlock.system.nonconformance;

import java.util.List;

/// How far the treatment of a nonconformance is.
public enum Status {
    OPEN,
    CONTAINED,
    UNDER_REVIEW,
    DISPOSITIONED,
    CLOSED,
    VOID;

    /// One thing that people do to a nonconformance.
    public enum Step {
        CONTAINMENT,
        REVIEW,
        DISPOSITION,
        CLOSURE,
        VOIDING;

        Status to() {
            return switch (this) {
                case CONTAINMENT -> CONTAINED;
                case REVIEW -> UNDER_REVIEW;
                case DISPOSITION -> DISPOSITIONED;
                case CLOSURE -> CLOSED;
                case VOIDING -> VOID;
            };
        }

        /// In the order of the life cycle.
        List<Status> from() {
            return switch (this) {
                case CONTAINMENT -> List.of(OPEN);
                case REVIEW -> List.of(CONTAINED);
                case DISPOSITION -> List.of(UNDER_REVIEW);
                case CLOSURE -> List.of(DISPOSITIONED);
                case VOIDING -> List.of(OPEN, CONTAINED, UNDER_REVIEW);
            };
        }
    }
}
