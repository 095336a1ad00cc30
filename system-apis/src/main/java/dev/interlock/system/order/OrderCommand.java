package dev.interlock.system.order;

import dev.interlock.platform.problem.GatewayException.WrongState;
import dev.interlock.system.master.BusinessId;
import dev.interlock.system.order.ProductionOrder.LotShare;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a caller wants done with a production order that stands.
public sealed interface OrderCommand {
    OrderStep step();

    /// What the order must be, beside what the step needs.
    default @Nullable Expected expected() {
        return null;
    }

    /// What the order was when this was decided: 409 where it is anything else by now.
    @Schema(name = "ExpectedOrder")
    record Expected(@Nullable Lifecycle lifecycle, @BusinessId @Nullable String revision) {
        public void require(ProductionOrder order) {
            require(order, order.lifecycle().name(), lifecycle == null ? null : lifecycle.name());
            require(order, "at revision " + order.revision(), at(revision));
        }

        private static @Nullable String at(@Nullable String revision) {
            return revision == null ? null : "at revision " + revision;
        }

        private static void require(ProductionOrder order, String is, @Nullable String expected) {
            if (expected != null && !expected.equals(is)) {
                throw new WrongState(
                        "production order", order.orderNumber(), is, List.of(expected));
            }
        }
    }

    /// Which lots a component is taken from; an empty list takes the assignment back.
    @Schema(name = "LotAssignment")
    record AssignLots(
            @NotNull @Min(1) Integer position,
            @NotNull @Size(max = 200) List<@NotNull @Valid LotShare> lots)
            implements OrderCommand {
        @Override
        public OrderStep step() {
            return OrderStep.ASSIGN_LOTS;
        }
    }

    /// Without operations the whole order is released.
    @Schema(name = "OrderRelease")
    record Release(@Size(min = 1, max = 500) @Nullable List<@NotNull Integer> operations)
            implements OrderCommand {
        @Override
        public OrderStep step() {
            return OrderStep.RELEASE;
        }
    }

    @Schema(name = "ReleaseReversal")
    record ReverseRelease() implements OrderCommand {
        @Override
        public OrderStep step() {
            return OrderStep.REVERSE_RELEASE;
        }
    }

    @Schema(name = "RevisionChange")
    record ChangeRevision(@NotNull @BusinessId String revision, @Valid @Nullable Expected expected)
            implements OrderCommand {
        @Override
        public OrderStep step() {
            return OrderStep.CHANGE_REVISION;
        }
    }

    @Schema(name = "OrderLock")
    record Lock(@Size(max = 500) @Nullable String reason, @Valid @Nullable Expected expected)
            implements OrderCommand {
        @Override
        public OrderStep step() {
            return OrderStep.LOCK;
        }
    }

    @Schema(name = "OrderUnlock")
    record Unlock() implements OrderCommand {
        @Override
        public OrderStep step() {
            return OrderStep.UNLOCK;
        }
    }

    @Schema(name = "OrderCancellation")
    record Cancel() implements OrderCommand {
        @Override
        public OrderStep step() {
            return OrderStep.CANCEL;
        }
    }

    @Schema(name = "TechnicalCompletion")
    record CompleteTechnically() implements OrderCommand {
        @Override
        public OrderStep step() {
            return OrderStep.COMPLETE_TECHNICALLY;
        }
    }

    @Schema(name = "OrderClosure")
    record Close() implements OrderCommand {
        @Override
        public OrderStep step() {
            return OrderStep.CLOSE;
        }
    }
}
