package dev.interlock.system.usage;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a usage status means for a function. The ERP refuses what is BLOCK; WARN is for whoever
/// plans with the item.
public record UsagePolicy(String usageStatus, UsageFunction function, Severity severity) {
    @Schema(name = "UsageSeverity")
    public enum Severity {
        NONE,
        WARN,
        BLOCK
    }
}
