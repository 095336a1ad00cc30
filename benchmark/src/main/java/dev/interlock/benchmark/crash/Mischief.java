package dev.interlock.benchmark.crash;

import dev.interlock.sandbox.api.Api;
import dev.interlock.sandbox.layout.SandboxFailure;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.random.RandomGenerator;

/// Makes the targets misbehave through the plant's control port.
final class Mischief {
    private static final List<String> TARGETS =
            List.of("ERP", "MES:1000", "MES:2000", "QMS", "PLM");
    private static final List<String> MODES =
            List.of("ERROR_503", "PERFORM_THEN_RESET", "PERFORM_THEN_STALL");

    /// They remember no effect keys: it is the gateway that must not send twice.
    private static final List<String> FORGETFUL = List.of("MES", "QMS", "PLM");

    private final Api api;
    private final RandomGenerator random;

    Mischief(Api api, RandomGenerator random) {
        this.api = api;
        this.random = random;
    }

    void begin() {
        FORGETFUL.forEach(target -> remembers(target, false));
        mix();
    }

    /// Another kind of trouble for each target.
    void mix() {
        TARGETS.forEach(this::mix);
    }

    private void mix(String target) {
        fault(
                target,
                JsonObject.of(
                        "mode",
                        MODES.get(random.nextInt(MODES.size())),
                        "percent",
                        CrashPlan.FAULTY_PERCENT));
    }

    /// The target performs at once and answers late: whoever is killed in between has acted and not
    /// written it down. Returns once it has performed, or after a while.
    void awaitEffectBeforeAnswer() throws InterruptedException {
        String target = TARGETS.get(1 + random.nextInt(TARGETS.size() - 1));
        String system = target.split(":", 2)[0];
        int before = effects(system);
        fault(target, JsonObject.of("mode", "SLOW", "percent", 100, "delayMs", 1500));
        for (int i = 0; i < 100 && effects(system) == before; i++) {
            Thread.sleep(40);
        }
    }

    private int effects(String system) {
        return api.plant("GET", "/effects?system=" + system, null).body().getInteger("count", 0);
    }

    void heal() {
        expectDone(api.plant("DELETE", "/faults", null).succeeded());
    }

    void end() {
        heal();
        FORGETFUL.forEach(target -> remembers(target, true));
    }

    private void fault(String target, JsonObject fault) {
        expectDone(api.plant("PUT", "/faults/" + target, fault).succeeded());
    }

    private void remembers(String target, boolean remembers) {
        expectDone(
                api.plant("PUT", "/targets/" + target, JsonObject.of("dedupes", remembers))
                        .succeeded());
    }

    private static void expectDone(boolean done) {
        if (!done) {
            throw new SandboxFailure("The plant's control port refuses.");
        }
    }
}
