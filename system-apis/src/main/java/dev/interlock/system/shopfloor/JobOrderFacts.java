package dev.interlock.system.shopfloor;

import dev.interlock.system.event.EventType;
import dev.interlock.system.event.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import org.jdbi.v3.core.Handle;

/// What is told of job orders: to the witnesses in the same transaction, who lock their orders
/// first, and as events to everybody.
@ApplicationScoped
public class JobOrderFacts {
    private final Outbox outbox;
    private final Instance<JobOrderWitness> witnesses;

    JobOrderFacts(Outbox outbox, @Any Instance<JobOrderWitness> witnesses) {
        this.outbox = outbox;
        this.witnesses = witnesses;
    }

    void stored(Handle handle, JobOrder job) {
        witnesses.forEach(witness -> witness.stored(handle, job.orderNumber()));
        tell(handle, EventType.MES_JOB_ORDER_DISPATCHED, job);
    }

    void started(Handle handle, JobOrder job) {
        tell(handle, EventType.MES_JOB_ORDER_STARTED, job);
    }

    void revoked(Handle handle, String orderNumber) {
        witnesses.forEach(witness -> witness.revoked(handle, orderNumber));
    }

    /// The MES has confirmed the last of its operations.
    public void ended(Handle handle, JobOrder job) {
        tell(handle, EventType.MES_JOB_ORDER_ENDED, job);
    }

    private void tell(Handle handle, EventType type, JobOrder job) {
        outbox.record(handle, type, "job-order/" + job.orderNumber(), job);
    }
}
