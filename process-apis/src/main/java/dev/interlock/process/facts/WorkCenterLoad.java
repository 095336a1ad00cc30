package dev.interlock.process.facts;

import java.time.Duration;
import java.time.LocalDate;

/// What is planned for a work center on a day, the asking order's own operations included, beside
/// what it can do.
public record WorkCenterLoad(LocalDate on, Duration load, Duration capacity) {
    public boolean isTooMuch() {
        return load.compareTo(capacity) > 0;
    }
}
