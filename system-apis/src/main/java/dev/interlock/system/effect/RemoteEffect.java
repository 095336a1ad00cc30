package dev.interlock.system.effect;

import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/// An effect in another system, which cannot share our transaction. `T` is what that system says
/// about it.
///
/// `before` is written with the row that the effect opens before the call, `fact` with its end.
/// Most effects write neither: then opening and closing are one statement each.
public interface RemoteEffect<T> {

    /// How to go on when nobody knows whether an earlier attempt had its effect.
    default Settlement<T> settlement() {
        return new Settlement.Park<>();
    }

    /// Name of the system, for problem documents.
    String system();

    default Optional<Consumer<Handle>> before() {
        return Optional.empty();
    }

    /// Sends it. A refusal or an effect NONE frees the key; any other failure leaves the effect in
    /// doubt.
    T send(String effectKey);

    default Optional<Consumer<Handle>> fact(T outcome) {
        return Optional.empty();
    }

    Done done(T outcome);
}
