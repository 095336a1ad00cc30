package dev.interlock.system.effect;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

/// Makes effects happen once per Idempotency-Key, and answers a repeated request with the first
/// answer, byte for byte.
///
/// Refusals are exceptions of the `GatewayException` family: they undo everything and are not
/// remembered, so that a later try may succeed.
@ApplicationScoped
public class Effects {
    private final IncomingEffect incoming;
    private final LocalEffects local;
    private final RemoteEffects remote;

    Effects(IncomingEffect incoming, LocalEffects local, RemoteEffects remote) {
        this.incoming = incoming;
        this.local = local;
        this.remote = remote;
    }

    /// Does the work in one transaction with its idempotency row and its fence.
    public Response perform(String operation, LocalWrite work) {
        return local.perform(incoming.of(operation), work);
    }

    /// Calls another system between two transactions of ours.
    public <T> Response performRemotely(String operation, RemoteEffect<T> effect) {
        return remote.perform(incoming.of(operation), effect);
    }
}
