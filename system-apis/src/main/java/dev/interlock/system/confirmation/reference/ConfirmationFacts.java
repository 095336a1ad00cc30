package dev.interlock.system.confirmation.reference;

import dev.interlock.system.confirmation.Confirmation;
import dev.interlock.system.event.EventType;
import dev.interlock.system.event.Outbox;
import dev.interlock.system.order.Lifecycle;
import dev.interlock.system.order.OrderProgress;
import dev.interlock.system.order.ProductionOrder;
import dev.interlock.system.shopfloor.JobOrder;
import dev.interlock.system.shopfloor.JobOrderFacts;
import dev.interlock.system.shopfloor.JobState;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;

/// What is told of a confirmation: the operation's own fact, the order's new state, and the end of
/// the job once nothing of it is open.
@ApplicationScoped
class ConfirmationFacts {
    private final OrderProgress progress;
    private final JobOrderFacts jobs;
    private final Outbox outbox;

    ConfirmationFacts(OrderProgress progress, JobOrderFacts jobs, Outbox outbox) {
        this.progress = progress;
        this.jobs = jobs;
        this.outbox = outbox;
    }

    void tell(Handle handle, Confirmation made, ProductionOrder counted) {
        outbox.record(
                handle, EventType.MES_OPERATION_CONFIRMED, "order/" + made.orderNumber(), made);
        progress.tell(handle, counted);
        if (counted.lifecycle() == Lifecycle.CONFIRMED) {
            jobs.ended(handle, job(counted));
        }
    }

    /// As the order has it: the MES tells its own reference only when it is asked.
    private static JobOrder job(ProductionOrder order) {
        return new JobOrder(
                order.orderNumber(),
                order.plant(),
                order.itemId(),
                order.revision(),
                order.quantity(),
                order.plannedStart(),
                order.plannedEnd(),
                JobState.ENDED,
                null);
    }
}
