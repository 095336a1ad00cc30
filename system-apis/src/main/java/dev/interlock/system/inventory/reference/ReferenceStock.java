package dev.interlock.system.inventory.reference;

import dev.interlock.platform.paging.Page;
import dev.interlock.platform.problem.GatewayException.NotFound;
import dev.interlock.system.access.Sight;
import dev.interlock.system.effect.Done;
import dev.interlock.system.effect.LocalWrite;
import dev.interlock.system.inventory.Balance;
import dev.interlock.system.inventory.BalanceQuery;
import dev.interlock.system.inventory.Movement;
import dev.interlock.system.inventory.MovementDraft;
import dev.interlock.system.inventory.MovementQuery;
import dev.interlock.system.inventory.Reversal;
import dev.interlock.system.inventory.Stock;
import dev.interlock.system.sql.Listing;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// Stock of the embedded reference ERP.
@ApplicationScoped
@Identifier("reference")
class ReferenceStock implements Stock {
    private final Jdbi jdbi;
    private final BalanceTable balances;
    private final MovementTable movements;
    private final ReferencePosting posting;

    ReferenceStock(
            Jdbi jdbi, BalanceTable balances, MovementTable movements, ReferencePosting posting) {
        this.jdbi = jdbi;
        this.balances = balances;
        this.movements = movements;
        this.posting = posting;
    }

    @Override
    public Page<Balance> balances(BalanceQuery query, Sight sight) {
        return jdbi.withHandle(handle -> balances.list(handle, query, sight));
    }

    @Override
    public Page<Movement> movements(MovementQuery query, Sight sight) {
        return Listing.of(jdbi, handle -> movements.list(handle, query, sight));
    }

    @Override
    public Optional<Movement> movement(String movementId, Sight sight) {
        return jdbi.withHandle(handle -> movements.find(handle, movementId, sight));
    }

    @Override
    public LocalWrite post(MovementDraft draft, Sight sight) {
        return handle -> made(posting.post(handle, draft, sight));
    }

    @Override
    public LocalWrite reverse(String movementId, Reversal reversal, Sight sight) {
        return handle -> {
            var movement =
                    movements
                            .find(handle, movementId, sight)
                            .orElseThrow(() -> new NotFound("movement", movementId));
            return made(posting.reverse(handle, movement, reversal.reasonCode()));
        };
    }

    private static Done made(Movement movement) {
        return Done.created("/system/v1/movements/" + movement.movementId(), movement);
    }
}
