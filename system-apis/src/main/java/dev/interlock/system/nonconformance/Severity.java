package dev.interlock.system.nonconformance;

/// How much harm it can do.
public enum Severity {
    MINOR,
    MAJOR,
    CRITICAL
}
