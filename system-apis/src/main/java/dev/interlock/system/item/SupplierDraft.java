package dev.interlock.system.item;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/// What a caller says of a supplier.
public record SupplierDraft(
        @NotBlank @Size(max = 100) String name, @NotNull Supplier.Status status) {}
