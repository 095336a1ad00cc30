package dev.interlock.process.facts;

/// What a usage status means to ERP for a function: `NONE`, `WARN` or `BLOCK`.
public record UsagePolicy(String usageStatus, String function, String severity) {}
