package dev.interlock.system.notification;

import static dev.interlock.system.notification.QualityNotification.Status.ACCEPTED;
import static dev.interlock.system.notification.QualityNotification.Status.ACKNOWLEDGED;
import static dev.interlock.system.notification.QualityNotification.Status.CANCELED;
import static dev.interlock.system.notification.QualityNotification.Status.CLOSED;
import static dev.interlock.system.notification.QualityNotification.Status.CREATED;
import static dev.interlock.system.notification.QualityNotification.Status.DECLINED;
import static dev.interlock.system.notification.QualityNotification.Status.RECEIVED;
import static dev.interlock.system.notification.QualityNotification.Status.SENT;

import dev.interlock.platform.problem.GatewayException.WrongState;
import dev.interlock.system.access.Side;
import dev.interlock.system.notification.QualityNotification.Status;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// What can be done with a notification: by which side, and in which states. The buyer's side is
/// the sender, the supplier's the receiver.
public enum NotificationStep {
    SEND(Side.BUYER, SENT, CREATED),
    CANCEL(Side.BUYER, CANCELED, CREATED),
    /// The receiver has it in its hands: it has read it.
    RECEIVE(Side.SUPPLIER, RECEIVED, SENT),
    ACKNOWLEDGE(Side.SUPPLIER, ACKNOWLEDGED, SENT, RECEIVED),
    ACCEPT(Side.SUPPLIER, ACCEPTED, ACKNOWLEDGED),
    DECLINE(Side.SUPPLIER, DECLINED, ACKNOWLEDGED),
    CLOSE(Side.BUYER, CLOSED, ACCEPTED, DECLINED);

    private final Side side;
    private final Status to;

    @SuppressWarnings("ImmutableEnumChecker") // nobody outside ever gets hold of it
    private final Set<Status> from;

    NotificationStep(Side side, Status to, Status first, Status... more) {
        this.side = side;
        this.to = to;
        this.from = EnumSet.of(first, more);
    }

    public Side side() {
        return side;
    }

    public Status to() {
        return to;
    }

    /// In words: `send a notification`.
    public String deed() {
        return name().toLowerCase(Locale.ROOT) + " a notification";
    }

    /// 409 with the state and the allowed ones.
    public void require(QualityNotification notification) {
        if (!from.contains(notification.status())) {
            throw new WrongState(
                    "quality notification",
                    notification.notificationId(),
                    notification.status().name(),
                    from.stream().map(Enum::name).toList());
        }
    }
}
