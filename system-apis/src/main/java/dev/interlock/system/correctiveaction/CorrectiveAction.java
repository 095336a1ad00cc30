package dev.interlock.system.correctiveaction;

import dev.interlock.system.access.Side;
import dev.interlock.system.master.Plausible;
import dev.interlock.system.master.Versioned;
import dev.interlock.system.nonconformance.Severity;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a supplier is asked to put right, and how far it is.
public record CorrectiveAction(
        String correctiveActionId,
        String supplierId,
        String plant,
        String itemId,
        @Nullable String supplierItemId,
        @Nullable String lot,
        @Nullable String nonconformanceId,
        String title,
        String description,
        Severity severity,
        Status status,
        boolean overdue,
        List<DueDate> dueDates,
        List<Document> disciplines,
        List<Entry> history,
        Instant issuedAt,
        long version)
        implements Versioned {
    public CorrectiveAction {
        dueDates = List.copyOf(dueDates);
        disciplines = List.copyOf(disciplines);
        history = List.copyOf(history);
    }

    public Optional<Document> document(Discipline discipline) {
        return disciplines.stream()
                .filter(document -> document.discipline() == discipline)
                .findFirst();
    }

    /// The plant's day by whose end a stage has to be handed in.
    @Schema(name = "StageDueDate")
    public record DueDate(@NotNull Stage stage, @NotNull @Plausible LocalDate dueOn) {}

    /// What the supplier has written in one discipline; the members of the content are those that
    /// the PUT of the discipline takes.
    @Schema(name = "DisciplineDocument")
    public record Document(
            Discipline discipline, Map<String, Object> content, long version, Instant updatedAt)
            implements Versioned {}

    /// Something that was done. Who of the other side did it is not told to a supplier.
    @Schema(name = "CorrectiveActionEntry")
    public record Entry(
            String deed,
            Status status,
            Side side,
            @Nullable String by,
            Instant at,
            @Nullable String reason) {}

    /// Whether something that should be here by now is not.
    public static boolean isOverdue(Status status, List<DueDate> dueDates, LocalDate today) {
        return !status.isEnded()
                && dueDates.stream()
                        .anyMatch(due ->
                                due.dueOn().isBefore(today)
                                        && !status.hasReached(Step.submitting(due.stage()).to()));
    }
}
