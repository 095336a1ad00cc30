package dev.interlock.partner.quality;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a supplier is asked to put right, and how far it is: an 8D report. `status` goes from
/// ISSUED to CLOSED, or ends DECLINED or CANCELLED.
public record CorrectiveAction(
        String correctiveActionId,
        @Nullable String supplierItemId,
        @Nullable String lot,
        String title,
        String description,
        String severity,
        String status,
        boolean overdue,
        List<DueDate> dueDates,
        List<Document> disciplines,
        List<Entry> history,
        Instant issuedAt) {
    public CorrectiveAction {
        dueDates = List.copyOf(dueDates);
        disciplines = List.copyOf(disciplines);
        history = List.copyOf(history);
    }

    /// The buyer's day by whose end a stage has to be handed in.
    @Schema(name = "StageDueDate")
    public record DueDate(String stage, LocalDate dueOn) {}

    /// What stands in one discipline; the members of the content are those that its PUT takes, and
    /// the version is its ETag.
    @Schema(name = "DisciplineDocument")
    public record Document(
            String discipline, Map<String, Object> content, long version, Instant updatedAt) {}

    /// Something that was done. `by` is told of the supplier's own side only.
    @Schema(name = "CorrectiveActionEntry")
    public record Entry(
            String deed,
            String status,
            String side,
            @Nullable String by,
            Instant at,
            @Nullable String reason) {}
}
