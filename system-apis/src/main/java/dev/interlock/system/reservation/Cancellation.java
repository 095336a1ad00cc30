package dev.interlock.system.reservation;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// Why a reservation is given back.
public record Cancellation(@Size(max = 500) @Nullable String reason) {}
