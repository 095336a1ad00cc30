package dev.interlock.system.inventory;

import dev.interlock.system.master.BusinessId;
import jakarta.validation.constraints.NotNull;

/// Where stock lies in a plant, and as what.
public record Place(@NotNull @BusinessId String location, @NotNull StockType stockType) {}
