package dev.interlock.system.item;

import dev.interlock.system.master.Code;
import dev.interlock.system.master.Sorted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/// What a caller says of an item.
public record ItemDraft(
        @NotBlank @Size(max = 200) String description,
        @NotNull Item.Type type,
        @NotNull @Pattern(regexp = "[A-Z0-9]{2,3}") String baseUnit,
        @NotNull Item.MakeOrBuy makeOrBuy,
        @NotNull @Code String usageStatus,
        Boolean batchManaged,
        Boolean serialManaged,
        @NotNull @Size(max = 200) List<@NotNull @Valid ItemPlant> plants) {
    public ItemDraft {
        batchManaged = Boolean.TRUE.equals(batchManaged);
        serialManaged = Boolean.TRUE.equals(serialManaged);
        plants = Sorted.by(plants, ItemPlant::plant);
    }
}
