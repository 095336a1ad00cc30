package dev.interlock.system.order;

import static dev.interlock.system.order.Lifecycle.CONFIRMED;
import static dev.interlock.system.order.Lifecycle.CREATED;
import static dev.interlock.system.order.Lifecycle.DELIVERED;
import static dev.interlock.system.order.Lifecycle.IN_PROCESS;
import static dev.interlock.system.order.Lifecycle.PARTIALLY_RELEASED;
import static dev.interlock.system.order.Lifecycle.RELEASED;
import static dev.interlock.system.order.Lifecycle.TECHNICALLY_COMPLETED;

import dev.interlock.platform.problem.GatewayException.WrongState;
import java.util.EnumSet;
import java.util.Set;

/// What can be done with a production order, and in which states.
public enum OrderStep {
    ASSIGN_LOTS(CREATED, PARTIALLY_RELEASED, RELEASED, IN_PROCESS),
    RESERVE(CREATED, PARTIALLY_RELEASED, RELEASED, IN_PROCESS),
    RELEASE(CREATED, PARTIALLY_RELEASED),
    REVERSE_RELEASE(PARTIALLY_RELEASED, RELEASED),
    CHANGE_REVISION(CREATED, PARTIALLY_RELEASED, RELEASED),
    LOCK(CREATED, PARTIALLY_RELEASED, RELEASED, IN_PROCESS, CONFIRMED),
    UNLOCK(CREATED, PARTIALLY_RELEASED, RELEASED, IN_PROCESS, CONFIRMED),
    CANCEL(CREATED),
    /// No goods move before the order is released, and none for an operation that is not.
    MOVE_GOODS(PARTIALLY_RELEASED, RELEASED, IN_PROCESS, CONFIRMED, DELIVERED),
    /// What is left over still goes back to stock, and a wrong issue is taken back, until the order
    /// is closed.
    BRING_BACK(
            PARTIALLY_RELEASED, RELEASED, IN_PROCESS, CONFIRMED, DELIVERED, TECHNICALLY_COMPLETED),
    CONFIRM(PARTIALLY_RELEASED, RELEASED, IN_PROCESS),
    COMPLETE_TECHNICALLY(PARTIALLY_RELEASED, RELEASED, IN_PROCESS, CONFIRMED, DELIVERED),
    CLOSE(TECHNICALLY_COMPLETED);

    @SuppressWarnings("ImmutableEnumChecker") // nobody outside ever gets hold of it
    private final Set<Lifecycle> allowed;

    OrderStep(Lifecycle first, Lifecycle... more) {
        this.allowed = EnumSet.of(first, more);
    }

    public boolean isAllowedIn(Lifecycle state) {
        return allowed.contains(state);
    }

    /// 409 with the state and the allowed ones.
    public void require(String orderNumber, Lifecycle state) {
        if (!isAllowedIn(state)) {
            throw new WrongState(
                    "production order",
                    orderNumber,
                    state.name(),
                    allowed.stream().map(Enum::name).toList());
        }
    }
}
