package dev.interlock.system.correctiveaction.reference;

import dev.interlock.system.correctiveaction.CorrectiveAction.DueDate;
import dev.interlock.system.correctiveaction.CorrectiveActionDraft;
import dev.interlock.system.correctiveaction.CorrectiveActionSettings;
import dev.interlock.system.correctiveaction.Stage;
import dev.interlock.system.master.Refusal;
import dev.interlock.system.master.Sorted;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/// By when each stage is due: as the buyer says, or as configured.
@ApplicationScoped
class DueDates {
    private static final String ZONE = "SELECT time_zone FROM plant WHERE plant = :plant";

    private final CorrectiveActionSettings settings;
    private final InstantSource clock;

    DueDates(CorrectiveActionSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /// One for each stage, in their order. The plant exists.
    List<DueDate> of(Handle handle, CorrectiveActionDraft draft, Refusal refusal) {
        var said = Objects.requireNonNull(draft.dueDates());
        refusal.unless(
                Sorted.unique(said, DueDate::stage),
                "/dueDates",
                "duplicate",
                "A stage stands more than once.");
        var today = today(handle, draft.plant());
        var dates = new ArrayList<DueDate>();
        for (var stage : Stage.values()) {
            dates.add(
                    said.stream()
                            .filter(due -> due.stage() == stage)
                            .findFirst()
                            .orElseGet(() -> new DueDate(stage, today.plus(settings.of(stage)))));
        }
        for (var i = 1; i < dates.size(); i++) {
            refusal.unless(
                    !dates.get(i).dueOn().isBefore(dates.get(i - 1).dueOn()),
                    "/dueDates",
                    "order",
                    "%s is due before %s."
                            .formatted(dates.get(i).stage(), dates.get(i - 1).stage()));
        }
        return dates;
    }

    private LocalDate today(Handle handle, String plant) {
        return LocalDate.ofInstant(
                clock.instant(),
                handle.createQuery(ZONE)
                        .bind("plant", plant)
                        .mapTo(String.class)
                        .map(ZoneId::of)
                        .one());
    }
}
