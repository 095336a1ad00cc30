package dev.interlock.system.effect;

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
        return transactions.run(handle -> once(handle, request, work));
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
