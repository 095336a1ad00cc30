package dev.interlock.partner.quality;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A file that belongs to a corrective action.
public record Attachment(
        String attachmentId,
        String correctiveActionId,
        String filename,
        String mediaType,
        long size,
        String sha256,
        @Nullable String discipline,
        String side,
        Instant uploadedAt) {}
