package dev.interlock.system.effect;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.jdbi.v3.core.Handle;

/// Effects in our own database: key, fence, work and answer in one transaction.
@ApplicationScoped
class LocalEffects {
    private final Transactions transactions;
    private final Fences fences;
    private final IdempotencyTable table;

    LocalEffects(Transactions transactions, Fences fences, IdempotencyTable table) {
        this.transactions = transactions;
        this.fences = fences;
        this.table = table;
    }

    Response perform(EffectRequest request, LocalWrite work) {
        return transactions.run(handle -> once(handle, request, work));
    }

    private Response once(Handle handle, EffectRequest request, LocalWrite work) {
        if (request.fence() != null) {
            fences.pass(handle, request.fence());
        }
        if (request.key() == null) {
            return StoredAnswer.of(work.perform(handle)).first();
        }
        var known = table.take(handle, request);
        if (known.isPresent()) {
            return known.get().answerOrRefuse().replayed();
        }
        var answer = StoredAnswer.of(work.perform(handle));
        table.store(handle, request, answer);
        return answer.first();
    }
}
