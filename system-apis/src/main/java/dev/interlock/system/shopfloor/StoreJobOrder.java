package dev.interlock.system.shopfloor;

import dev.interlock.system.effect.Done;
import dev.interlock.system.effect.RemoteEffect;
import dev.interlock.system.effect.Settlement;
import dev.interlock.system.vendor.ContentTag;
import dev.interlock.system.vendor.Routes;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/// Stores a job order; its reference tells afterwards whether it was this run that did.
record StoreJobOrder(
        JobOrderBook book,
        Routes routes,
        JobOrderFacts facts,
        String orderNumber,
        JobOrderRequest wanted)
        implements RemoteEffect<JobOrder> {

    @Override
    public String system() {
        return "MES";
    }

    @Override
    public Settlement<JobOrder> settlement() {
        return new Settlement.Verify<>(book.quietTime(), this::lookUp);
    }

    @Override
    public Optional<Consumer<Handle>> before() {
        return Optional.of(
                handle -> routes.keep(handle, Routes.Kind.JOB_ORDER, orderNumber, wanted.plant()));
    }

    @Override
    public JobOrder send(String effectKey) {
        return book.store(wanted.toJobOrder(orderNumber, run(effectKey)), effectKey);
    }

    @Override
    public Optional<Consumer<Handle>> fact(JobOrder stored) {
        return Optional.of(handle -> facts.stored(handle, stored));
    }

    @Override
    public Done done(JobOrder stored) {
        return Done.created("/system/v1/job-orders/" + orderNumber, stored)
                .withEtag(ContentTag.of(stored));
    }

    private Optional<JobOrder> lookUp(String effectKey) {
        var ours = wanted.toJobOrder(orderNumber, run(effectKey));
        return book.find(wanted.plant(), orderNumber).filter(standing -> standing.isFor(ours));
    }

    /// An effect key is the run's id, a dot and the step.
    private static String run(String effectKey) {
        var dot = effectKey.lastIndexOf('.');
        return dot > 0 ? effectKey.substring(0, dot) : effectKey;
    }
}
