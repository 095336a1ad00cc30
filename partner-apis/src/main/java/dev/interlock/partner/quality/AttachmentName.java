package dev.interlock.partner.quality;

import dev.interlock.platform.outbound.Call;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/// What a file is called, and to which discipline it belongs.
public record AttachmentName(
        @QueryParam("filename") @NotNull @Pattern(regexp = "[^/\\\\\\p{Cntrl}\"]{1,120}")
                String filename,
        @QueryParam("discipline") @Pattern(regexp = "D[0-8]") @Nullable String discipline) {
    String query() {
        return "?filename="
                + Call.encode(filename)
                + (discipline == null ? "" : "&discipline=" + discipline);
    }
}
