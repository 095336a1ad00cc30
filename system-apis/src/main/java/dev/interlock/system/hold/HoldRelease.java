package dev.interlock.system.hold;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// Why a hold is no longer needed.
public record HoldRelease(@Size(max = 2000) @Nullable String evidence) {}
