package dev.interlock.acceptance;

import dev.interlock.sandbox.layout.Part;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// SIGKILL at the worst moment: the target has acted, and nobody has written down that it did.
///
/// Who goes on has to wait for the lease of the dead: once for each tier, here it is waited for; in
/// the other cases it is over.
@ExtendWith(GatewayExtension.class)
class CrashIT {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final Duration LATER = Duration.ofSeconds(100);

    private final Gateway gateway;

    CrashIT(Gateway gateway) {
        this.gateway = gateway;
    }

    @Test
    void aPropagationOutlivesItsProcessTier() {
        Change change = Change.of(gateway);
        gateway.plant().fault("ERP", "SLOW", 1000);
        String propagation = change.propagateMeanwhile();
        awaitEffect("ERP", change.product().id(), "PUT revisions RELEASED");

        gateway.kill(Part.PROCESS_APIS);
        gateway.plant().mend();
        gateway.endLeasesOfDead(Part.PROCESS_APIS);
        gateway.start(Part.PROCESS_APIS);

        change.awaitStatus(propagation, "COMPLETED");
        change.expectEverywhereOnce();
    }

    @Test
    void aReleaseOutlivesItsProcessTier() {
        WorkOrder order = WorkOrder.of(gateway);
        gateway.plant().fault("WMS", "SLOW", 2500);
        String release = order.releaseMeanwhile();
        awaitEffect("WMS", order.number(), "STORE_STAGING");

        gateway.kill(Part.PROCESS_APIS);
        gateway.plant().mend();
        gateway.start(Part.PROCESS_APIS);

        Patience.await("the release", LATER, () -> order.statusOf(release), "RELEASED"::equals);
        order.expectReleasedOnce();
    }

    /// The MES does not remember effect keys: it is the gateway that must not send twice.
    @Test
    void aPropagationOutlivesTheSystemTierBetweenEffectAndRecord() {
        Change change = Change.of(gateway);
        gateway.plant().remembersKeys("MES", false);
        gateway.plant().fault("MES", "SLOW", 2500);
        String propagation = change.propagateMeanwhile();
        awaitEffect("MES", change.product().id(), "STORE_MATERIAL_DEFINITION");

        gateway.kill(Part.SYSTEM_APIS);
        gateway.plant().mend("MES");
        gateway.start(Part.SYSTEM_APIS);

        change.awaitStatus(propagation, "COMPLETED");
        change.expectEverywhereOnce();
    }

    @Test
    void aReleaseOutlivesTheSystemTierBetweenEffectAndRecord() {
        WorkOrder order = WorkOrder.of(gateway);
        gateway.plant().remembersKeys("MES", false);
        gateway.plant().fault("MES:1000", "SLOW", 2500);
        String release = order.releaseMeanwhile();
        awaitEffect("MES", order.number(), "STORE_JOB_ORDER");

        gateway.kill(Part.SYSTEM_APIS);
        gateway.plant().mend("MES");
        gateway.endLeasesOfDead(Part.SYSTEM_APIS);
        gateway.start(Part.SYSTEM_APIS);

        Patience.await("the release", LATER, () -> order.statusOf(release), "RELEASED"::equals);
        order.expectReleasedOnce();
    }

    private void awaitEffect(String system, String thing, String operation) {
        Patience.await(
                "%s %s".formatted(system, operation),
                SOON,
                () ->
                        gateway.plant().effectsOn(thing).stream()
                                .filter(effect -> !effect.businessKey().endsWith("/A"))
                                .anyMatch(effect ->
                                        effect.system().equals(system)
                                                && effect.operation().equals(operation)));
    }
}
