package dev.interlock.system.attachment;

import dev.interlock.system.correctiveaction.Discipline;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/// What a file is called, and to which discipline it belongs.
public record AttachmentQuery(
        @QueryParam("filename") @NotNull @Pattern(regexp = "[^/\\\\\\p{Cntrl}\"]{1,120}")
                String filename,
        @QueryParam("discipline") @Nullable Discipline discipline) {}
