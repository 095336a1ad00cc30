package dev.interlock.system.notification;

import dev.interlock.platform.etag.IfMatch;
import dev.interlock.platform.paging.Page;
import dev.interlock.system.access.Sight;
import dev.interlock.system.effect.LocalWrite;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the gateway asks of the system that keeps quality notifications.
///
/// Empty and 404 when a notification is not known or not to be seen: a supplier sees its own, and
/// none that has not been sent. Creating is refused (422) with every reason at once; a step (403)
/// when it is the other side's and (409) with the state and the allowed ones.
public interface Notifications {
    /// Reading is receiving: what the supplier's side reads for the first time becomes RECEIVED.
    Optional<QualityNotification> notification(String notificationId, Sight sight);

    Page<QualityNotification> notifications(NotificationQuery query, Sight sight);

    LocalWrite create(NotificationDraft draft, Sight sight);

    LocalWrite perform(
            String notificationId,
            NotificationStep step,
            NotificationRemark remark,
            @Nullable IfMatch ifMatch,
            Sight sight);
}
