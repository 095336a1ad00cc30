package dev.interlock.system.structure;

import dev.interlock.system.master.BusinessId;
import dev.interlock.system.master.Plausible;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// What is to be exploded. Without a day it is today in the plant; the quantity is in the item's
/// base unit.
public record ExplosionQuery(
        @QueryParam("plant") @NotNull @BusinessId String plant,
        @QueryParam("on") @Plausible @Nullable LocalDate on,
        @QueryParam("quantity")
                @DefaultValue("1")
                @Parameter(description = "In the item's base unit")
                @Positive
                @DecimalMax("999999999999")
                @Digits(integer = 12, fraction = 9)
                BigDecimal quantity,
        @QueryParam("levels") @DefaultValue("50") @Min(1) @Max(50) int levels) {}
