package dev.interlock.system.effect;

import dev.interlock.platform.problem.GatewayException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.jdbi.v3.core.Handle;

/// Effects in our own database: key, fence, work and answer in one transaction.
@ApplicationScoped
class LocalEffects {
    private final Transactions transactions;
    private final Entrance entrance;
    private final IdempotencyTable table;

    LocalEffects(Transactions transactions, Entrance entrance, IdempotencyTable table) {
        this.transactions = transactions;
        this.entrance = entrance;
        this.table = table;
    }

    Response perform(EffectRequest request, LocalWrite work) {
        try {
            return transactions.run(handle -> once(handle, request, work));
        } catch (GatewayException refused) {
            remember(request);
            throw refused;
        }
    }

    /// A refusal takes everything back, the fence of whoever asked too: a worker that was replaced
    /// must come too late all the same.
    private void remember(EffectRequest request) {
        var fence = request.fence();
        if (fence != null) {
            transactions.run(handle -> {
                entrance.pass(handle, fence);
                return true;
            });
        }
    }

    private Response once(Handle handle, EffectRequest request, LocalWrite work) {
        var known = entrance.enter(handle, request);
        if (known.isPresent()) {
            return known.get().answerOrRefuse().replayed();
        }
        var answer = StoredAnswer.of(work.perform(handle));
        if (request.key() != null) {
            table.store(handle, request, answer);
        }
        return answer.first();
    }
}
