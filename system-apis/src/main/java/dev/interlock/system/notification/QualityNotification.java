package dev.interlock.system.notification;

import dev.interlock.system.master.BusinessId;
import dev.interlock.system.master.Versioned;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What the buyer tells a supplier about its parts, with the life cycle of Catena-X.
public record QualityNotification(
        String notificationId,
        Type type,
        String supplierId,
        String plant,
        String title,
        String description,
        Severity severity,
        List<Part> affected,
        @Nullable String nonconformanceId,
        @Nullable LocalDate answerBy,
        Status status,
        @Nullable String answer,
        @Nullable String closingRemark,
        Instant createdAt,
        @Nullable Instant sentAt,
        @Nullable Instant receivedAt,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant endedAt,
        long version)
        implements Versioned {
    public QualityNotification {
        affected = List.copyOf(affected);
    }

    /// An alert warns; an investigation asks for the cause.
    @Schema(name = "NotificationType")
    public enum Type {
        ALERT,
        INVESTIGATION
    }

    @Schema(name = "NotificationSeverity")
    public enum Severity {
        MINOR,
        MAJOR,
        CRITICAL,
        LIFE_THREATENING
    }

    @Schema(name = "NotificationStatus")
    public enum Status {
        CREATED,
        SENT,
        RECEIVED,
        ACKNOWLEDGED,
        ACCEPTED,
        DECLINED,
        CLOSED,
        CANCELED
    }

    /// An item, or some lot or serials of it.
    @Schema(name = "AffectedParts")
    public record Affected(
            @NotNull @BusinessId String itemId,
            @BusinessId @Nullable String lot,
            @Size(max = 1000) @Nullable List<@NotNull @BusinessId String> serials) {
        public Affected {
            serials = serials == null ? List.of() : serials;
        }
    }

    /// What is affected, with the name that its supplier has for it.
    @Schema(name = "AffectedPart")
    public record Part(
            String itemId,
            @Nullable String supplierItemId,
            @Nullable String lot,
            List<String> serials) {
        public Part {
            serials = List.copyOf(serials);
        }
    }
}
