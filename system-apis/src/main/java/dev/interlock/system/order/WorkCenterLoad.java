package dev.interlock.system.order;

import java.time.Duration;
import java.time.LocalDate;

/// What is planned for a work center on a day, beside what it can do.
public record WorkCenterLoad(LocalDate on, Duration load, Duration capacity) {}
