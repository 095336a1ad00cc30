package dev.interlock.system.nonconformance;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.system.vendor.Id;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody found.
public record NonconformanceReport(
        @NotNull @Pattern(regexp = Id.SHAPE) String itemId,
        @Pattern(regexp = Id.SHAPE) @Nullable String revision,
        @Pattern(regexp = Id.SHAPE) @Nullable String lot,
        @Size(max = 1000) @Nullable List<@NotNull @Pattern(regexp = Id.SHAPE) String> serials,
        @NotNull @Pattern(regexp = Id.SHAPE) String plant,
        @Pattern(regexp = Id.SHAPE) @Nullable String orderNumber,
        @Min(1) @Nullable Integer operation,
        @Pattern(regexp = Id.SHAPE) @Nullable String supplierId,
        @NotNull @Pattern(regexp = Id.SHAPE) String defectCode,
        @NotNull @Valid Quantity quantity,
        @NotNull Severity severity,
        @NotNull @Size(min = 1, max = 2000) String description,
        @Size(max = 100) @Nullable List<@NotNull @Size(min = 1, max = 500) String> evidence) {}
