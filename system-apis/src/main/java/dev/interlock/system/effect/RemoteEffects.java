package dev.interlock.system.effect;

import dev.interlock.platform.problem.Effect;
import dev.interlock.platform.problem.GatewayException;
import dev.interlock.platform.problem.GatewayException.TargetFailed;
import dev.interlock.platform.problem.GatewayException.TryLater;
import dev.interlock.system.effect.Settlement.Idempotent;
import dev.interlock.system.effect.Settlement.Park;
import dev.interlock.system.effect.Settlement.Verify;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// Effects in other systems: a row OPEN before the call, closed after it. Whoever finds it OPEN
/// past its lease knows that nobody knows, and settles it as the effect declares.
@ApplicationScoped
class RemoteEffects {
    private final Transactions transactions;
    private final Entrance entrance;
    private final IdempotencyTable table;
    private final EffectSettings settings;

    RemoteEffects(
            Transactions transactions,
            Entrance entrance,
            IdempotencyTable table,
            EffectSettings settings) {
        this.transactions = transactions;
        this.entrance = entrance;
        this.table = table;
        this.settings = settings;
    }

    /// What the opening transaction found.
    private sealed interface Opening {
        record Fresh() implements Opening {}

        record InDoubt(int attempt) implements Opening {}

        record Done(StoredAnswer answer) implements Opening {}
    }

    <T> Response perform(EffectRequest request, RemoteEffect<T> effect) {
        var opening = transactions.run(handle -> open(handle, request, effect));
        return switch (opening) {
            case Opening.Done done -> done.answer().replayed();
            case Opening.Fresh _ -> call(request, effect, 1, effect::send);
            case Opening.InDoubt doubt -> settle(request, effect, doubt.attempt());
        };
    }

    private <T> Opening open(Handle handle, EffectRequest request, RemoteEffect<T> effect) {
        var known = entrance.enter(handle, request);
        if (known.isEmpty()) {
            effect.prepare(handle);
            if (request.key() != null) {
                table.open(handle, request, settings.lease());
            }
            return new Opening.Fresh();
        }
        var row = known.get();
        if (row.done() || row.leased()) {
            return new Opening.Done(row.answerOrRefuse());
        }
        if (effect.settlement() instanceof Park) {
            throw TargetFailed.outcomeUnknown(effect.system());
        }
        table.claim(handle, request, row.attempt(), settings.lease());
        return new Opening.InDoubt(row.attempt() + 1);
    }

    private <T> Response settle(EffectRequest request, RemoteEffect<T> effect, int attempt) {
        return switch (effect.settlement()) {
            case Idempotent<T> _ -> call(request, effect, attempt, effect::send);
            case Verify<T> verify ->
                    call(
                            request,
                            effect,
                            attempt,
                            key -> verify.lookUp().apply(key).orElseGet(() -> effect.send(key)));
            case Park<T> _ -> throw TargetFailed.outcomeUnknown(effect.system());
        };
    }

    /// `attempt` above 1 means that an earlier one is in doubt: then not being able to reach the
    /// system proves nothing.
    private <T> Response call(
            EffectRequest request, RemoteEffect<T> effect, int attempt, Function<String, T> call) {
        T outcome;
        try {
            outcome =
                    call.apply(
                            request.key() == null ? UUID.randomUUID().toString() : request.key());
        } catch (TargetFailed failed) {
            if (failed.effect() == Effect.NONE && attempt == 1) {
                quietly(failed, handle -> table.drop(handle, request, attempt));
                throw failed;
            }
            var pause = failed.effect() == Effect.NONE ? Duration.ZERO : quietTime(effect);
            quietly(failed, handle -> table.await(handle, request, attempt, pause));
            throw failed.effect() == Effect.NONE
                    ? TargetFailed.unavailable(failed.system(), Effect.UNKNOWN, failed)
                    : failed;
        } catch (GatewayException refused) {
            quietly(refused, handle -> table.drop(handle, request, attempt));
            throw refused;
        }
        return close(request, effect, attempt, outcome);
    }

    /// From here on the effect stands: a failure to say so leaves it in doubt.
    private <T> Response close(
            EffectRequest request, RemoteEffect<T> effect, int attempt, T outcome) {
        try {
            return transactions.run(handle -> {
                var answer = StoredAnswer.of(effect.record(handle, outcome));
                if (request.key() != null && !table.close(handle, request, attempt, answer)) {
                    throw TryLater.requestInProgress(Duration.ofSeconds(1));
                }
                return answer.first();
            });
        } catch (TryLater later) {
            throw new TryLater(later.type(), later.detail(), later.retryAfter(), Effect.UNKNOWN);
        }
    }

    /// When the row cannot be written now, its lease still protects it.
    private void quietly(GatewayException stopped, Consumer<Handle> note) {
        try {
            transactions.run(handle -> {
                note.accept(handle);
                return true;
            });
        } catch (RuntimeException e) {
            stopped.addSuppressed(e);
        }
    }

    private static <T> Duration quietTime(RemoteEffect<T> effect) {
        return switch (effect.settlement()) {
            case Verify<T> verify -> verify.quietTime();
            case Idempotent<T> _, Park<T> _ -> Duration.ZERO;
        };
    }
}
