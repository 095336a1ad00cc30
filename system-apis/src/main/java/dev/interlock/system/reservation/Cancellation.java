package dev.interlock.system.reservation;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Why a reservation is given back.
@Schema(name = "ReservationCancellation")
public record Cancellation(@Size(max = 500) @Nullable String reason) {}
