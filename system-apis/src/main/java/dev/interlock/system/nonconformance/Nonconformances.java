package dev.interlock.system.nonconformance;

import dev.interlock.platform.access.Caller;
import dev.interlock.platform.problem.GatewayException.InvalidRequest;
import dev.interlock.platform.problem.GatewayException.NotFound;
import dev.interlock.platform.problem.GatewayException.Refused;
import dev.interlock.platform.problem.GatewayException.WrongState;
import dev.interlock.platform.problem.ProblemType;
import dev.interlock.platform.problem.Violation;
import dev.interlock.system.effect.Done;
import dev.interlock.system.effect.Effects;
import dev.interlock.system.event.EventType;
import dev.interlock.system.event.Outbox;
import dev.interlock.system.nonconformance.Status.Step;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Leads nonconformances from being found to being closed.
@ApplicationScoped
class Nonconformances {
    private final QualityCore core;
    private final Effects effects;
    private final Outbox outbox;
    private final Caller caller;

    Nonconformances(QualityCore core, Effects effects, Outbox outbox, Caller caller) {
        this.core = core;
        this.effects = effects;
        this.outbox = outbox;
        this.caller = caller;
    }

    Response raise(NonconformanceReport report) {
        if (!report.quantity().isPositive()) {
            throw new InvalidRequest(
                    "/quantity/value", "positive", "The affected quantity is more than nothing.");
        }
        if (!caller.mayPlant(report.plant())) {
            throw refused(
                    "/plant", "unknown-plant", "There is no plant %s.".formatted(report.plant()));
        }
        return effects.perform(
                "nonconformance.raise",
                handle -> {
                    var raised = core.raise(handle, report, caller.actor());
                    outbox.record(
                            handle, EventType.QUALITY_NONCONFORMANCE_RAISED, key(raised), raised);
                    return Done.created(
                            "/system/v1/nonconformances/" + raised.nonconformanceId(),
                            raised,
                            raised.version());
                });
    }

    Response find(String id) {
        return core.find(id)
                .filter(this::isSeen)
                .map(found ->
                        Response.ok(found)
                                .header(HttpHeaders.ETAG, "\"" + found.version() + "\"")
                                .build())
                .orElseThrow(() -> unknown(id));
    }

    Response step(String id, Step step, @Nullable Disposition disposition) {
        return effects.perform(
                "nonconformance." + step.name().toLowerCase(Locale.ROOT),
                handle -> {
                    var held =
                            core.hold(handle, id)
                                    .filter(this::isSeen)
                                    .orElseThrow(() -> unknown(id));
                    if (!step.from().contains(held.status())) {
                        throw new WrongState(
                                "nonconformance",
                                id,
                                held.status().name(),
                                step.from().stream().map(Status::name).toList());
                    }
                    if (disposition != null && !disposition.addsUpTo(held.quantity())) {
                        throw refused(
                                "/lines",
                                "sum",
                                "The shares must add up to the affected quantity, in its unit.");
                    }
                    var moved = core.move(handle, held, step.to(), disposition);
                    if (step == Step.DISPOSITION) {
                        outbox.record(
                                handle,
                                EventType.QUALITY_NONCONFORMANCE_DISPOSITIONED,
                                key(moved),
                                moved);
                    }
                    return Done.ok(moved, moved.version());
                });
    }

    /// Another plant's, and another supplier's, is not there.
    private boolean isSeen(Nonconformance found) {
        return caller.mayPlant(found.plant())
                && (!caller.isPartnerTier()
                        || caller.onBehalfOfSupplier()
                                .filter(supplier -> supplier.equals(found.supplierId()))
                                .isPresent());
    }

    private static String key(Nonconformance about) {
        return "nonconformance/" + about.nonconformanceId();
    }

    private static NotFound unknown(String id) {
        return new NotFound("nonconformance", id);
    }

    private static Refused refused(String pointer, String code, String detail) {
        return new Refused(
                ProblemType.UNPROCESSABLE, detail, List.of(new Violation(pointer, code, detail)));
    }
}
