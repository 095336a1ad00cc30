package dev.interlock.system.attachment;

import dev.interlock.system.access.Side;
import dev.interlock.system.correctiveaction.Discipline;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A file that belongs to a corrective action; its bytes are read on their own.
public record Attachment(
        String attachmentId,
        String correctiveActionId,
        String filename,
        String mediaType,
        long size,
        String sha256,
        @Nullable Discipline discipline,
        Side side,
        Instant uploadedAt) {}
