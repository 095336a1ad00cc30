package dev.interlock.system.item;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;

/// What a caller says of a plant.
public record PlantDraft(@NotBlank @Size(max = 100) String name, @NotNull ZoneId timeZone) {}
