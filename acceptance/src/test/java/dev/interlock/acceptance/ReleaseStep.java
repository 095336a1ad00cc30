package dev.interlock.acceptance;

import java.time.Duration;

/// The steps of a release: whom each is for, and by which effect of which system the step before it
/// is known to be done. Nothing comes before the first but slow checks of the MES.
enum ReleaseStep {
    RESERVE("ERP", "MES:1000", ""),
    STORE("MES:1000", "ERP", "POST reservations"),
    STAGE("WMS", "MES:1000", "STORE_JOB_ORDER"),
    RELEASE("ERP", "WMS", "STORE_STAGING"),
    START("MES:1000", "ERP", "POST releases");

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final long GATE_MS = 1200;

    private final String target;
    private final String before;
    private final String effectBefore;

    ReleaseStep(String target, String before, String effectBefore) {
        this.target = target;
        this.before = before;
        this.effectBefore = effectBefore;
    }

    String target() {
        return target;
    }

    /// Who was asked before, and answers slowly until it is mended.
    String before() {
        return before;
    }

    /// Releases the order until only the answer to the step before is still to come; answers the
    /// release's id.
    String reachedBy(WorkOrder order) {
        order.gateway().plant().fault(before, "SLOW", GATE_MS);
        String release = order.releaseMeanwhile();
        if (effectBefore.isEmpty()) {
            Patience.pause(GATE_MS / 2);
        } else {
            Patience.await(effectBefore, SOON, () -> isDone(order));
        }
        return release;
    }

    /// A reservation has a number of its own: it is looked up by its order.
    private boolean isDone(WorkOrder order) {
        return this == STORE
                ? Standing.of(order.gateway(), order.number()).reserved() == 1
                : order.gateway().plant().effectsOn(order.number()).stream()
                        .anyMatch(seen -> seen.operation().equals(effectBefore));
    }
}
