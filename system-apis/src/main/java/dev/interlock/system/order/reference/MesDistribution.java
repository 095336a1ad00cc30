package dev.interlock.system.order.reference;

import dev.interlock.system.access.Sight;
import dev.interlock.system.event.EventType;
import dev.interlock.system.event.Outbox;
import dev.interlock.system.order.ProductionOrder.Flag;
import dev.interlock.system.shopfloor.JobOrderWitness;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;

/// An order shows whether the MES of its plant has it.
@ApplicationScoped
class MesDistribution implements JobOrderWitness {
    private final OrderTable orders;
    private final OrderFlagTable flags;
    private final Outbox outbox;

    MesDistribution(OrderTable orders, OrderFlagTable flags, Outbox outbox) {
        this.orders = orders;
        this.flags = flags;
        this.outbox = outbox;
    }

    @Override
    public void stored(Handle handle, String orderNumber) {
        mark(handle, orderNumber, true);
    }

    @Override
    public void revoked(Handle handle, String orderNumber) {
        mark(handle, orderNumber, false);
    }

    private void mark(Handle handle, String orderNumber, boolean distributed) {
        if (flags.mark(handle, orderNumber, Flag.DISTRIBUTED_TO_MES, distributed)) {
            outbox.record(
                    handle,
                    EventType.ERP_PRODUCTION_ORDER_CHANGED,
                    "order/" + orderNumber,
                    orders.find(handle, orderNumber, Sight.EVERYTHING).orElseThrow());
        }
    }
}
