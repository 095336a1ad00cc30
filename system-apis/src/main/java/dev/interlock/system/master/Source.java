package dev.interlock.system.master;

import java.time.Instant;

/// Lineage: a system that wrote this record, the name under which it knows it, and when it last
/// did.
public record Source(String system, String id, Instant updatedAt) {}
