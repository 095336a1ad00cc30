package dev.interlock.process.run;

/// A run that went before another on the same key.
public record Predecessor(String runId, String subject, RunState state) {}
