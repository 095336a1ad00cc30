package dev.interlock.system.shopfloor;

import dev.interlock.platform.problem.GatewayException.NotFound;
import dev.interlock.system.effect.Done;
import dev.interlock.system.effect.RemoteEffect;
import dev.interlock.system.effect.Settlement;
import dev.interlock.system.vendor.Routes;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/// Takes a stored job order back: afterwards it is gone.
record RevokeJobOrder(JobOrderBook book, Routes routes, JobOrderFacts facts, String orderNumber)
        implements RemoteEffect<Boolean> {

    @Override
    public String system() {
        return "MES";
    }

    @Override
    public Settlement<Boolean> settlement() {
        return new Settlement.Verify<>(book.quietTime(), _ -> lookUp());
    }

    @Override
    public Boolean send(String effectKey) {
        book.revoke(plant(), orderNumber, effectKey);
        return true;
    }

    @Override
    public Optional<Consumer<Handle>> fact(Boolean gone) {
        return Optional.of(handle -> facts.revoked(handle, orderNumber));
    }

    @Override
    public Done done(Boolean gone) {
        return Done.noContent();
    }

    private Optional<Boolean> lookUp() {
        return book.find(plant(), orderNumber).isEmpty() ? Optional.of(true) : Optional.empty();
    }

    private String plant() {
        return routes.plant(Routes.Kind.JOB_ORDER, orderNumber)
                .orElseThrow(() -> new NotFound("job order", orderNumber));
    }
}
