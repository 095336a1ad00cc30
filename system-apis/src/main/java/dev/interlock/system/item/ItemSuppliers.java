package dev.interlock.system.item;

import dev.interlock.system.master.BusinessId;
import dev.interlock.system.master.Sorted;
import dev.interlock.system.master.Versioned;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Who supplies an item: who a change of it touches, and under which name the supplier knows it.
public record ItemSuppliers(String itemId, List<ItemSupplier> suppliers, long version)
        implements Versioned {
    public record ItemSupplier(
            @NotNull @BusinessId String supplierId,
            @Size(min = 1, max = 40) @Nullable String supplierItemId,
            Boolean preferred,
            @NotNull Status status) {
        public ItemSupplier {
            preferred = Boolean.TRUE.equals(preferred);
        }
    }

    @Schema(name = "ItemSupplierStatus")
    public enum Status {
        APPROVED,
        PENDING,
        BLOCKED
    }

    /// What a caller says of them: the whole list.
    @Schema(name = "ItemSuppliersDraft")
    public record Draft(@NotNull @Size(max = 200) List<@NotNull @Valid ItemSupplier> suppliers) {
        public Draft {
            suppliers = Sorted.by(suppliers, ItemSupplier::supplierId);
        }
    }
}
