package dev.interlock.system.notification.reference;

import dev.interlock.platform.etag.IfMatch;
import dev.interlock.platform.paging.Page;
import dev.interlock.platform.problem.GatewayException.NotFound;
import dev.interlock.system.access.OnBehalf;
import dev.interlock.system.access.Sight;
import dev.interlock.system.effect.Done;
import dev.interlock.system.effect.LocalWrite;
import dev.interlock.system.event.EventType;
import dev.interlock.system.event.Outbox;
import dev.interlock.system.master.Refusal;
import dev.interlock.system.nonconformance.QualitySubjects;
import dev.interlock.system.notification.NotificationDraft;
import dev.interlock.system.notification.NotificationQuery;
import dev.interlock.system.notification.NotificationRemark;
import dev.interlock.system.notification.NotificationStep;
import dev.interlock.system.notification.Notifications;
import dev.interlock.system.notification.QualityNotification;
import dev.interlock.system.sql.Listing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Quality notifications in our own PostgreSQL.
@ApplicationScoped
class ReferenceNotifications implements Notifications {
    private final Jdbi jdbi;
    private final NotificationTable table;
    private final QualitySubjects subjects;
    private final Outbox outbox;
    private final OnBehalf caller;

    ReferenceNotifications(
            Jdbi jdbi,
            NotificationTable table,
            QualitySubjects subjects,
            Outbox outbox,
            OnBehalf caller) {
        this.jdbi = jdbi;
        this.table = table;
        this.subjects = subjects;
        this.outbox = outbox;
        this.caller = caller;
    }

    @Override
    public Optional<QualityNotification> notification(String id, Sight sight) {
        return jdbi.inTransaction(handle -> {
            var found = table.find(handle, id, sight);
            if (sight.isSupplier() && found.filter(ReferenceNotifications::isUnread).isPresent()) {
                var held = table.lock(handle, id, sight);
                held.filter(ReferenceNotifications::isUnread)
                        .ifPresent(_ -> move(handle, id, NotificationStep.RECEIVE, null, sight));
                return table.find(handle, id, sight);
            }
            return found;
        });
    }

    @Override
    public Page<QualityNotification> notifications(NotificationQuery query, Sight sight) {
        return Listing.of(jdbi, handle -> table.list(handle, query, sight));
    }

    @Override
    public LocalWrite create(NotificationDraft draft, Sight sight) {
        return handle -> {
            sight.require(NotificationStep.SEND.side(), "make a notification");
            var refusal = new Refusal();
            subjects.check(handle, draft.plant(), draft.supplierId(), sight, refusal);
            subjects.checkNonconformance(
                    draft.nonconformanceId(), draft.supplierId(), sight, refusal);
            for (var i = 0; i < draft.affected().size(); i++) {
                subjects.checkItem(
                        handle,
                        draft.affected().get(i).itemId(),
                        draft.supplierId(),
                        "/affected/" + i + "/itemId",
                        refusal);
            }
            refusal.throwIfAny();
            var id = table.insert(handle, draft);
            var made = recorded(handle, id, EventType.QUALITY_NOTIFICATION_CHANGED, sight);
            return Done.created("/system/v1/quality-notifications/" + id, made, made.version());
        };
    }

    @Override
    public LocalWrite perform(
            String id,
            NotificationStep step,
            NotificationRemark remark,
            @Nullable IfMatch ifMatch,
            Sight sight) {
        return handle -> {
            var held =
                    table.lock(handle, id, sight)
                            .orElseThrow(() -> new NotFound("quality notification", id));
            sight.require(step.side(), step.deed());
            if (ifMatch != null) {
                IfMatch.require(ifMatch, "quality notification " + id, held.version());
            }
            step.require(held);
            var now = move(handle, id, step, remark.text(), sight);
            return Done.ok(now, now.version());
        };
    }

    private QualityNotification move(
            Handle handle, String id, NotificationStep step, @Nullable String remark, Sight sight) {
        table.move(handle, id, step, remark, caller.actor());
        return recorded(
                handle,
                id,
                step == NotificationStep.SEND
                        ? EventType.QUALITY_NOTIFICATION_SENT
                        : EventType.QUALITY_NOTIFICATION_CHANGED,
                sight);
    }

    private QualityNotification recorded(Handle handle, String id, EventType fact, Sight sight) {
        var now = table.find(handle, id, sight).orElseThrow();
        outbox.record(handle, fact, "quality-notification/" + id, now);
        return now;
    }

    private static boolean isUnread(QualityNotification notification) {
        return notification.status() == QualityNotification.Status.SENT;
    }
}
