package dev.interlock.process.run;

import dev.interlock.platform.idempotency.Fingerprint;
import dev.interlock.platform.idempotency.IdempotencyKey;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// A request to start a run: what it is about, which keys put it in order, on whose behalf, and
/// under which Idempotency-Key. `searchKeys` are what people look it up by (`order:100001`),
/// `prelude` the steps that come before the checks.
public record Registration(
        String process,
        String subject,
        Set<String> keys,
        Set<String> searchKeys,
        Object input,
        List<StepPlan> prelude,
        Asked asked,
        Duration patience) {
    public Registration {
        keys = Set.copyOf(keys);
        searchKeys = Set.copyOf(searchKeys);
        prelude = List.copyOf(prelude);
    }

    /// A run that is looked up by the keys that put it in order.
    public Registration(
            String process,
            String subject,
            Set<String> keys,
            Object input,
            List<StepPlan> prelude,
            Asked asked,
            Duration patience) {
        this(process, subject, keys, keys, input, prelude, asked, patience);
    }

    /// Who asked, and the request that the answer will belong to.
    public record Asked(
            String client,
            String actor,
            String correlationId,
            String operation,
            IdempotencyKey key,
            Fingerprint fingerprint) {}
}
