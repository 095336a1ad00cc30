package dev.interlock.partner.quality;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What the buyer tells a supplier about its parts, with the life cycle of Catena-X: SENT,
/// RECEIVED, ACKNOWLEDGED, ACCEPTED or DECLINED, CLOSED.
public record QualityNotification(
        String notificationId,
        String type,
        String title,
        String description,
        String severity,
        List<Affected> affected,
        @Nullable LocalDate answerBy,
        String status,
        @Nullable String answer,
        @Nullable String closingRemark,
        @Nullable Instant sentAt,
        @Nullable Instant receivedAt,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant endedAt) {
    public QualityNotification {
        affected = List.copyOf(affected);
    }

    @Schema(name = "AffectedParts")
    public record Affected(
            @Nullable String supplierItemId, @Nullable String lot, List<String> serials) {
        public Affected {
            serials = List.copyOf(serials);
        }
    }
}
