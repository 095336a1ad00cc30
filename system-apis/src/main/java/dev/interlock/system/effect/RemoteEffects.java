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
        var opening =
                transactions.with(
                        handle -> open(handle, request, effect),
                        effect.before()
                                .map(before ->
                                        (handle, found) -> {
                                            if (found instanceof Opening.Fresh) {
                                                before.accept(handle);
                                            }
                                        }));
        return switch (opening) {
            case Opening.Done done -> done.answer().replayed();
            case Opening.Fresh _ -> call(request, effect, 1, effect::send);
            case Opening.InDoubt doubt -> settle(request, effect, doubt.attempt());
        };
    }

    private <T> Opening open(Handle handle, EffectRequest request, RemoteEffect<T> effect) {
        var parks = effect.settlement() instanceof Park;
        var found = entrance.open(handle, request, settings.lease(), !parks);
        if (found.row() == null) {
            return new Opening.Fresh();
        }
        if (found.opened()) {
            return new Opening.InDoubt(found.row().attempt());
        }
        if (parks && !found.row().done() && !found.row().leased()) {
            throw TargetFailed.outcomeUnknown(effect.system());
        }
        return new Opening.Done(found.row().answerOrRefuse());
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
        var answer = StoredAnswer.of(effect.done(outcome));
        try {
            return transactions.with(
                    handle -> {
                        if (request.key() != null
                                && !table.close(handle, request, attempt, answer)) {
                            throw TryLater.requestInProgress(Duration.ofSeconds(1));
                        }
                        return answer.first();
                    },
                    effect.fact(outcome).map(fact -> (handle, _) -> fact.accept(handle)));
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
