package dev.interlock.system.inventory;

import dev.interlock.system.master.Code;
import org.jspecify.annotations.Nullable;

/// Why a movement is taken back.
public record Reversal(@Code @Nullable String reasonCode) {}
