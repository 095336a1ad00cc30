package dev.interlock.benchmark.crash;

import dev.interlock.sandbox.layout.SandboxFailure;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// What is made wrong on purpose, outside the product, to see whether the harness sees it.
public enum Sabotage {
    NONE,
    /// Every call reaches the system tier under a key of its own, so that what is in doubt cannot
    /// be looked up.
    LOOKUP_OFF,
    /// The ledger's leases end after 2 s, less than a call may take, however long the worker asks
    /// for.
    SHORT_LEASE,
    /// Short leases, and fences and keys are lost on the way down: nothing is left that makes a
    /// second worker harmless.
    SHORT_LEASE_UNFENCED;

    public static Sabotage named(String name) {
        return Arrays.stream(values())
                .filter(each -> each.word().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new SandboxFailure(
                                "There is no sabotage %s: use one of %s."
                                        .formatted(
                                                name,
                                                Arrays.stream(values())
                                                        .map(Sabotage::word)
                                                        .collect(Collectors.joining(", ")))));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean losesKeys() {
        return this == LOOKUP_OFF || this == SHORT_LEASE_UNFENCED;
    }

    boolean losesFences() {
        return this == SHORT_LEASE_UNFENCED;
    }

    boolean shortensLeases() {
        return this == SHORT_LEASE || this == SHORT_LEASE_UNFENCED;
    }
}
