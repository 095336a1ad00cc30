package dev.interlock.process.eco;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlock.platform.json.TolerantJson;
import dev.interlock.platform.problem.GatewayException.Refused;
import dev.interlock.platform.problem.GatewayException.TargetFailed;
import dev.interlock.platform.problem.ProblemType;
import dev.interlock.platform.problem.Problems;
import dev.interlock.process.check.Checks;
import dev.interlock.process.check.Finding;
import dev.interlock.process.check.Finding.Outcome;
import dev.interlock.process.event.Outbox;
import dev.interlock.process.facts.QualityFacts;
import dev.interlock.process.notice.SupplierNotices;
import dev.interlock.process.policy.InFlightPolicies;
import dev.interlock.process.run.Conclusion;
import dev.interlock.process.run.Run;
import dev.interlock.process.run.RunProcess;
import dev.interlock.process.run.RunState;
import dev.interlock.process.run.RunView;
import dev.interlock.process.run.Step;
import dev.interlock.process.run.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Propagation as a process of the ledger: it never undoes itself, each target goes its own way,
/// and what waits is named.
@ApplicationScoped
class EcoProcess implements RunProcess {
    static final String NAME = "eco";
    static final String COLLECTION = "/process/v1/propagations";

    private final ChangeChecks checks;
    private final InFlightPolicies inFlight;
    private final QualityFacts quality;
    private final SupplierNotices notices;
    private final Outbox outbox;

    EcoProcess(
            ChangeChecks checks,
            InFlightPolicies inFlight,
            QualityFacts quality,
            SupplierNotices notices,
            Outbox outbox) {
        this.checks = checks;
        this.inFlight = inFlight;
        this.quality = quality;
        this.notices = notices;
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String what() {
        return "propagation";
    }

    @Override
    public String collection() {
        return COLLECTION;
    }

    @Override
    public Optional<Duration> giveUpAfter() {
        return Optional.empty();
    }

    @Override
    public Verdict decide(Run run) throws InterruptedException {
        var proposal = checks.proposal(run);
        List<Finding> findings = checks.ask(proposal);
        if (Checks.any(findings, Outcome.BLOCK)) {
            return new Verdict.Refuse(findings);
        }
        if (Checks.any(findings, Outcome.UNANSWERED)) {
            return new Verdict.Unanswered(findings, true);
        }
        try {
            var suppliers = AffectedSuppliers.notices(proposal);
            var orders = InFlightOrders.of(proposal, inFlight::of);
            return new Verdict.Go(
                    findings,
                    PropagationPlan.of(proposal, suppliers, orders),
                    PropagationLineage.plannedKeys(suppliers, orders));
        } catch (TargetFailed unanswered) {
            return new Verdict.Unanswered(findings, true);
        }
    }

    @Override
    public void perform(Handle handle, Run run, Step step) {
        try {
            for (JsonNode notice : TolerantJson.mapper().readTree(step.body())) {
                notices.issue(handle, run.id(), notice);
            }
        } catch (IOException e) {
            throw new IllegalStateException(
                    "step " + step.name() + " holds notices that cannot be read", e);
        }
    }

    @Override
    public byte[] complete(Run run, Step step) {
        return InspectionDraft.of(step).completed(quality);
    }

    /// What is to become of an order is decided for one that nobody has begun to release: another
    /// one finishes on the old structure.
    @Override
    public boolean isNotNeeded(Step step, String code) {
        return InFlightPlan.does(step) && code.equals(ProblemType.WRONG_STATE.code());
    }

    @Override
    public Conclusion conclude(RunView view) {
        return switch (Propagation.status(view.run().state())) {
            case COMPLETED, INCOMPLETE, CANCELLED, REJECTED ->
                    new Conclusion.Answered(201, Propagation.of(view));
            case REFUSED -> new Conclusion.Answered(422, refusal(view));
            case QUEUED, RUNNING -> new Conclusion.GoesOn(Propagation.of(view));
        };
    }

    /// By a check, or by PLM when it was handed the change.
    private static Object refusal(RunView view) {
        var extra = new LinkedHashMap<String, Object>();
        extra.put("propagationId", view.run().id());
        extra.put("findings", json(Optional.ofNullable(view.run().verdict()).orElse("[]")));
        var cause =
                view.steps().stream()
                        .filter(step -> step.problem() != null)
                        .findFirst()
                        .map(step -> json(String.valueOf(step.problem())));
        cause.ifPresent(problem -> extra.put("cause", problem));
        var why =
                cause.map(problem -> ": PLM says: " + problem.path("detail").asText())
                        .orElse("; nothing was sent to any target.");
        var refused =
                new Refused(
                        cause.filter(EcoProcess::isVersionReused)
                                .map(_ -> ProblemType.CHANGE_VERSION_REUSED)
                                .orElse(ProblemType.CHANGE_REFUSED),
                        "The change " + view.run().subject() + " was refused" + why,
                        List.of(),
                        extra);
        return Problems.of(refused, COLLECTION);
    }

    private static boolean isVersionReused(JsonNode problem) {
        return ProblemType.CHANGE_VERSION_REUSED.code().equals(problem.path("code").asText());
    }

    private static JsonNode json(String text) {
        try {
            return TolerantJson.mapper().readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException("the ledger holds JSON that cannot be read", e);
        }
    }

    @Override
    public void settled(Handle handle, RunView view) {
        var state = view.run().state();
        if (state == RunState.REFUSED || state == RunState.CANCELLED) {
            new PropagationTable(handle).bury(view.run().id());
        }
        outbox.recordRun(handle, view.run(), Propagation.of(view));
    }

    @Override
    public Set<String> targets() {
        return Set.of("ERP", "MES", "QUALITY", "SUPPLIER", "PLM");
    }

    @Override
    public String status(RunState state) {
        return Propagation.isKnown(state) ? Propagation.status(state).name() : state.name();
    }

    @Override
    public List<Origin> origins(RunView view) {
        return PropagationLineage.origins(Propagation.change(view.run()));
    }

    @Override
    public String rule(Step step) {
        return PropagationLineage.rule(step);
    }
}
