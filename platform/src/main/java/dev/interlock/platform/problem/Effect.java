package dev.interlock.platform.problem;

/// Whether a request that failed may have changed anything: a retry is only safe to reason about
/// after `NONE`.
public enum Effect {
    NONE,
    UNKNOWN
}
