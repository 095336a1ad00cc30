package dev.interlock.system.effect;

import dev.interlock.platform.access.Caller;
import dev.interlock.platform.problem.GatewayException.Rejected;
import dev.interlock.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;

/// Raises a run's fence for the only client that has runs. The shared lock that effects hold on it
/// makes whoever announces a higher one wait for those under way, so that it reads what they left.
@ApplicationScoped
class FenceAnnouncements {
    private final Transactions transactions;
    private final Entrance entrance;
    private final Caller caller;

    FenceAnnouncements(Transactions transactions, Entrance entrance, Caller caller) {
        this.transactions = transactions;
        this.entrance = entrance;
        this.caller = caller;
    }

    void announce(String run, long fence) {
        if (!caller.clientId().equals(Fence.ISSUER)) {
            throw new Rejected(ProblemType.INSUFFICIENT_SCOPE, "Only the process tier has runs.");
        }
        var announced = Fence.of(run, fence);
        transactions.run(handle -> {
            entrance.pass(handle, announced);
            return true;
        });
    }
}
