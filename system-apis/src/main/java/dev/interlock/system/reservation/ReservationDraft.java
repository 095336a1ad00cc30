package dev.interlock.system.reservation;

import dev.interlock.system.master.BusinessId;
import jakarta.validation.constraints.NotNull;

/// For which order to reserve: its components say what, how much and when.
public record ReservationDraft(@NotNull @BusinessId String orderNumber) {}
