package dev.interlock.system.correctiveaction.reference;

import dev.interlock.platform.etag.IfMatch;
import dev.interlock.platform.paging.Page;
import dev.interlock.platform.problem.GatewayException.NotFound;
import dev.interlock.system.access.OnBehalf;
import dev.interlock.system.access.Side;
import dev.interlock.system.access.Sight;
import dev.interlock.system.correctiveaction.ActionBook;
import dev.interlock.system.correctiveaction.CorrectiveAction;
import dev.interlock.system.correctiveaction.CorrectiveActionCommand;
import dev.interlock.system.correctiveaction.CorrectiveActionDraft;
import dev.interlock.system.correctiveaction.CorrectiveActionQuery;
import dev.interlock.system.correctiveaction.CorrectiveActions;
import dev.interlock.system.correctiveaction.Discipline;
import dev.interlock.system.correctiveaction.DisciplineContent;
import dev.interlock.system.correctiveaction.Status;
import dev.interlock.system.correctiveaction.reference.DisciplineTable.Deed;
import dev.interlock.system.effect.Done;
import dev.interlock.system.effect.LocalWrite;
import dev.interlock.system.event.EventType;
import dev.interlock.system.event.Outbox;
import dev.interlock.system.master.Refusal;
import dev.interlock.system.nonconformance.QualitySubjects;
import dev.interlock.system.sql.Listing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Corrective actions in our own PostgreSQL.
@ApplicationScoped
class ReferenceCorrectiveActions implements CorrectiveActions, ActionBook {
    private static final String PATH = "/system/v1/corrective-actions/";

    private final Jdbi jdbi;
    private final CorrectiveActionTable table;
    private final DisciplineTable disciplines;
    private final DueDates dueDates;
    private final QualitySubjects subjects;
    private final Outbox outbox;
    private final OnBehalf caller;

    ReferenceCorrectiveActions(
            Jdbi jdbi,
            CorrectiveActionTable table,
            DisciplineTable disciplines,
            DueDates dueDates,
            QualitySubjects subjects,
            Outbox outbox,
            OnBehalf caller) {
        this.jdbi = jdbi;
        this.table = table;
        this.disciplines = disciplines;
        this.dueDates = dueDates;
        this.subjects = subjects;
        this.outbox = outbox;
        this.caller = caller;
    }

    @Override
    public Optional<CorrectiveAction> action(String id, Sight sight) {
        return jdbi.withHandle(handle -> table.find(handle, id, sight));
    }

    @Override
    public Page<CorrectiveAction> actions(CorrectiveActionQuery query, Sight sight) {
        return Listing.of(jdbi, handle -> table.list(handle, query, sight));
    }

    @Override
    public LocalWrite issue(CorrectiveActionDraft draft, Sight sight) {
        return handle -> {
            sight.require(Side.BUYER, "issue a corrective action");
            var refusal = new Refusal();
            subjects.check(handle, draft.plant(), draft.supplierId(), sight, refusal);
            subjects.checkItem(handle, draft.itemId(), draft.supplierId(), "/itemId", refusal);
            subjects.checkNonconformance(
                    draft.nonconformanceId(), draft.supplierId(), sight, refusal);
            refusal.throwIfAny();
            var due = dueDates.of(handle, draft, refusal);
            refusal.throwIfAny();
            var id = table.insert(handle, draft, due);
            remember(handle, id, "ISSUE", Status.ISSUED, null, null, sight);
            var made = recorded(handle, id, EventType.SUPPLIER_CORRECTIVE_ACTION_ISSUED, sight);
            return Done.created(PATH + id, made, made.version());
        };
    }

    @Override
    public LocalWrite write(
            String id,
            Discipline discipline,
            DisciplineContent content,
            @Nullable IfMatch ifMatch,
            Sight sight) {
        return handle -> {
            var held = lock(handle, id, sight);
            sight.require(Side.SUPPLIER, "write the disciplines");
            Steps.requireOpen(held, discipline);
            var standing = held.document(discipline);
            if (disciplines.says(handle, id, discipline, content)) {
                return Done.ok(standing.orElseThrow(), standing.get().version());
            }
            if (standing.isPresent()) {
                IfMatch.require(ifMatch, "discipline " + discipline, standing.get().version());
            } else {
                IfMatch.requireNothing(ifMatch, "discipline " + discipline);
            }
            disciplines.put(handle, id, discipline, content);
            table.move(handle, id, held.status());
            remember(handle, id, "WRITE_" + discipline, held.status(), null, content, sight);
            var now =
                    recorded(handle, id, EventType.SUPPLIER_CORRECTIVE_ACTION_CHANGED, sight)
                            .document(discipline)
                            .orElseThrow();
            return standing.isPresent()
                    ? Done.ok(now, now.version())
                    : Done.created(PATH + id + "/disciplines/" + discipline, now, now.version());
        };
    }

    @Override
    public LocalWrite perform(
            String id, CorrectiveActionCommand command, @Nullable IfMatch ifMatch, Sight sight) {
        return handle -> {
            var held = lock(handle, id, sight);
            sight.require(Steps.side(command), "do this with a corrective action");
            if (ifMatch != null) {
                IfMatch.require(ifMatch, "corrective action " + id, held.version());
            }
            var step = Steps.of(held, command);
            table.move(handle, id, step.to());
            remember(handle, id, step.name(), step.to(), command.reason(), null, sight);
            var now = recorded(handle, id, fact(command), sight);
            return Done.ok(now, now.version());
        };
    }

    private static EventType fact(CorrectiveActionCommand command) {
        return switch (command) {
            case CorrectiveActionCommand.Submission _ ->
                    EventType.SUPPLIER_CORRECTIVE_ACTION_SUBMITTED;
            case CorrectiveActionCommand.Closure _ -> EventType.SUPPLIER_CORRECTIVE_ACTION_CLOSED;
            case CorrectiveActionCommand.Acknowledgement _,
                    CorrectiveActionCommand.Decline _,
                    CorrectiveActionCommand.Decision _,
                    CorrectiveActionCommand.Verification _,
                    CorrectiveActionCommand.Cancellation _ ->
                    EventType.SUPPLIER_CORRECTIVE_ACTION_CHANGED;
        };
    }

    @Override
    public void note(Handle handle, CorrectiveAction held, String deed, Sight sight) {
        var id = held.correctiveActionId();
        table.move(handle, id, held.status());
        remember(handle, id, deed, held.status(), null, null, sight);
        recorded(handle, id, EventType.SUPPLIER_CORRECTIVE_ACTION_CHANGED, sight);
    }

    @Override
    public CorrectiveAction lock(Handle handle, String id, Sight sight) {
        return table.lock(handle, id, sight)
                .orElseThrow(() -> new NotFound("corrective action", id));
    }

    private void remember(
            Handle handle,
            String id,
            String deed,
            Status status,
            @Nullable String reason,
            @Nullable DisciplineContent content,
            Sight sight) {
        disciplines.remember(
                handle, id, new Deed(deed, status, sight.side(), caller.actor(), reason), content);
    }

    private CorrectiveAction recorded(Handle handle, String id, EventType fact, Sight sight) {
        outbox.record(
                handle,
                fact,
                "corrective-action/" + id,
                table.find(handle, id, Sight.EVERYTHING).orElseThrow());
        return table.find(handle, id, sight).orElseThrow();
    }
}
