package dev.interlock.partner.limit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// Whether a supplier's request may come in. What is known here is asked first, the database last:
/// a flood is refused without it.
@ApplicationScoped
class Gate {
    private final Buckets buckets;
    private final Burst burst;
    private final AtOnce atOnce;

    Gate(Buckets buckets, Burst burst, AtOnce atOnce) {
        this.buckets = buckets;
        this.burst = burst;
        this.atOnce = atOnce;
    }

    sealed interface Entry {
        /// `leave` has to be called once, when the request is over.
        record Entered(Buckets.Draw drawn, Runnable leave) implements Entry {}

        record TooOften(Buckets.Draw drawn) implements Entry {}

        /// `left` is what `RateLimit` says.
        record TooMany(String detail, String left) implements Entry {}
    }

    Entry enter(String supplier) {
        var empty = buckets.refusalKnown(supplier);
        if (empty.isPresent()) {
            return new Entry.TooOften(empty.get());
        }
        if (!burst.take(supplier)) {
            return new Entry.TooMany("Too many requests within a second.", burst.none());
        }
        Optional<Runnable> leave = atOnce.enter(supplier);
        return leave.isPresent()
                ? drawn(supplier, leave.get())
                : new Entry.TooMany("Too many requests at the same moment.", atOnce.none());
    }

    private Entry drawn(String supplier, Runnable leave) {
        var isIn = false;
        try {
            var drawn = buckets.draw(supplier);
            isIn = drawn.isTaken();
            return isIn ? new Entry.Entered(drawn, leave) : new Entry.TooOften(drawn);
        } finally {
            if (!isIn) {
                leave.run();
            }
        }
    }

    /// As `RateLimit-Policy` says it.
    String policy() {
        return String.join(", ", buckets.policy(), burst.policy(), atOnce.policy());
    }
}
