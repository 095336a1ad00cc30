package dev.interlock.process.orderrelease;

import dev.interlock.platform.json.TolerantJson;
import dev.interlock.process.run.Run;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which order is to be released, and which findings a person overrides, each with a reason.
public record ReleaseRequest(
        @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}") String orderNumber,
        @Nullable @Size(max = 16) List<@NotNull @Valid Exemption> overrides) {

    public record Exemption(
            @NotBlank @Size(max = 40) String check, @NotBlank @Size(max = 500) String reason) {}

    /// What a run was asked for.
    static ReleaseRequest of(Run run) {
        try {
            return TolerantJson.mapper().readValue(run.input(), ReleaseRequest.class);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "run " + run.id() + " holds a request that cannot be read", e);
        }
    }

    List<Exemption> exemptions() {
        return overrides == null ? List.of() : overrides;
    }
}
