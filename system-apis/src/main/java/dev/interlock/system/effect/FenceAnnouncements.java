package dev.interlock.system.effect;

import dev.interlock.platform.access.Caller;
import dev.interlock.platform.problem.GatewayException.Rejected;
import dev.interlock.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;

/// Raises a run's fence for the only client that has runs.
@ApplicationScoped
class FenceAnnouncements {
    private final Transactions transactions;
    private final Fences fences;
    private final Caller caller;

    FenceAnnouncements(Transactions transactions, Fences fences, Caller caller) {
        this.transactions = transactions;
        this.fences = fences;
        this.caller = caller;
    }

    void announce(String run, long fence) {
        if (!caller.clientId().equals(Fence.ISSUER)) {
            throw new Rejected(ProblemType.INSUFFICIENT_SCOPE, "Only the process tier has runs.");
        }
        var announced = Fence.of(run, fence);
        transactions.run(handle -> {
            fences.pass(handle, announced);
            return true;
        });
    }
}
