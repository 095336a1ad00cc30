package dev.interlock.system.shopfloor;

import dev.interlock.platform.problem.GatewayException.NotFound;
import dev.interlock.system.effect.Done;
import dev.interlock.system.effect.RemoteEffect;
import dev.interlock.system.effect.Settlement;
import dev.interlock.system.vendor.ContentTag;
import dev.interlock.system.vendor.Routes;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/// Allows a stored job order to start.
record StartJobOrder(JobOrderBook book, Routes routes, JobOrderFacts facts, String orderNumber)
        implements RemoteEffect<JobOrder> {

    @Override
    public String system() {
        return "MES";
    }

    @Override
    public Settlement<JobOrder> settlement() {
        return new Settlement.Verify<>(book.quietTime(), _ -> lookUp());
    }

    @Override
    public JobOrder send(String effectKey) {
        return book.start(plant(), orderNumber, effectKey);
    }

    @Override
    public Optional<Consumer<Handle>> fact(JobOrder started) {
        return Optional.of(handle -> facts.started(handle, started));
    }

    @Override
    public Done done(JobOrder started) {
        return Done.ok(started).withEtag(ContentTag.of(started));
    }

    private Optional<JobOrder> lookUp() {
        return book.find(plant(), orderNumber).filter(job -> job.state().started());
    }

    private String plant() {
        return routes.plant(Routes.Kind.JOB_ORDER, orderNumber)
                .orElseThrow(() -> new NotFound("job order", orderNumber));
    }
}
