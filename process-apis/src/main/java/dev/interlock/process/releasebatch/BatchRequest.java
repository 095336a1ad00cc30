package dev.interlock.process.releasebatch;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The plant and the day whose orders are to be checked.
@Schema(name = "ReleaseBatchRequest")
public record BatchRequest(
        @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}") String plant,
        @NotNull LocalDate plannedStart) {}
