package dev.interlock.system.hold;

import dev.interlock.system.master.BusinessId;
import dev.interlock.system.master.Consistent;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// What a caller says to place a hold.
@Consistent(
        message =
                "must have a target that fits the scope: item/lot for LOT, item/serial for SERIAL,"
                        + " one id otherwise")
public record HoldDraft(
        @NotNull Hold.Scope scope,
        @NotNull @Pattern(regexp = BusinessId.SHAPE + "(/" + BusinessId.SHAPE + ")?") String target,
        @NotBlank @Size(max = 500) String reason,
        @BusinessId @Nullable String nonconformanceId,
        @NotNull @Valid Hold.Effects effects)
        implements Consistent.Whole {
    @Override
    public boolean fitsTogether() {
        return scope == null
                || target == null
                || (target.indexOf('/') >= 0)
                        == (scope == Hold.Scope.LOT || scope == Hold.Scope.SERIAL);
    }

    /// The item, order or supplier.
    public String subject() {
        return target.split("/", 2)[0];
    }
}
