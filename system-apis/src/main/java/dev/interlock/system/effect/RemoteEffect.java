package dev.interlock.system.effect;

import org.jdbi.v3.core.Handle;

/// An effect in another system, which cannot share our transaction. `T` is what that system says
/// about it.
///
/// `prepare` runs before the call, in the transaction that opens the idempotency row; `record`
/// after it, in the one that closes it.
public interface RemoteEffect<T> {

    /// How to go on when nobody knows whether an earlier attempt had its effect.
    default Settlement<T> settlement() {
        return new Settlement.Park<>();
    }

    /// Name of the system, for problem documents.
    String system();

    default void prepare(Handle handle) {}

    /// Sends it. A refusal or an effect NONE frees the key; any other failure leaves the effect in
    /// doubt.
    T send(String effectKey);

    Done record(Handle handle, T outcome);
}
