package dev.interlock.process.orderrelease;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlock.platform.json.TolerantJson;
import dev.interlock.platform.problem.GatewayException.Refused;
import dev.interlock.platform.problem.GatewayException.TargetFailed;
import dev.interlock.platform.problem.ProblemType;
import dev.interlock.platform.problem.Problems;
import dev.interlock.process.event.Outbox;
import dev.interlock.process.facts.OrderDossier;
import dev.interlock.process.facts.OrderFacts;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Release as a process of the ledger: all or nothing up to the ERP release, only forward after it.
@ApplicationScoped
class ReleaseProcess implements RunProcess {
    static final String NAME = "release";
    static final String COLLECTION = "/process/v1/releases";

    private final ReleaseChecks checks;
    private final OrderFacts orders;
    private final Outbox outbox;
    private final ReleaseConfig config;

    ReleaseProcess(ReleaseChecks checks, OrderFacts orders, Outbox outbox, ReleaseConfig config) {
        this.checks = checks;
        this.orders = orders;
        this.outbox = outbox;
        this.config = config;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String what() {
        return "release";
    }

    @Override
    public String collection() {
        return COLLECTION;
    }

    @Override
    public Optional<Duration> giveUpAfter() {
        return Optional.of(config.giveUpAfter());
    }

    @Override
    public Verdict decide(Run run) throws InterruptedException {
        try {
            var begun = checks.begun(run);
            var question = begun.orElseGet(() -> checks.question(dossier(run)).of(run.id()));
            var order = question.order();
            var findings = checks.ask(question);
            return switch (ReleaseDecision.of(findings, ReleaseRequest.of(run))) {
                case RELEASABLE ->
                        new Verdict.Go(
                                findings,
                                ReleasePlan.of(order, findings, question.availability().of(order)),
                                // an order that was just read is found as it was registered
                                begun.isPresent() ? Set.of() : ReleaseLineage.searchKeys(order));
                case BLOCKED, NEEDS_DECISION -> new Verdict.Refuse(findings);
                case UNANSWERED -> new Verdict.Unanswered(findings, false);
            };
        } catch (TargetFailed unanswered) {
            return new Verdict.Unanswered(List.of(ReleaseChecks.unread(unanswered)), false);
        }
    }

    private OrderDossier dossier(Run run) {
        return orders.dossier(run.subject())
                .orElseThrow(
                        () -> new IllegalStateException("ERP has lost order " + run.subject()));
    }

    @Override
    public void perform(Handle handle, Run run, Step step) {
        throw new IllegalStateException("a release has no step of this tier's own");
    }

    @Override
    public Conclusion conclude(RunView view) {
        return switch (Release.status(view.run().state())) {
            case RELEASED, RELEASED_WITH_EXCEPTION ->
                    new Conclusion.Answered(201, Release.of(view));
            case REJECTED -> rejected(view);
            case REFUSED ->
                    new Conclusion.Answered(
                            422,
                            problem(
                                    view,
                                    ProblemType.RELEASE_REFUSED,
                                    refused(view)
                                            + "The order was not released; nothing was left"
                                            + " behind."));
            case UNANSWERED ->
                    new Conclusion.KeyFreed(
                            503,
                            problem(
                                    view,
                                    ProblemType.RELEASE_UNANSWERED,
                                    "A system that must be asked could not answer."));
            case ROLLED_BACK ->
                    new Conclusion.KeyFreed(
                            503,
                            problem(
                                    view,
                                    ProblemType.RELEASE_ROLLED_BACK,
                                    failed(view) + " Everything was undone."));
            case QUEUED, CHECKING, RELEASING, COMPENSATING ->
                    new Conclusion.GoesOn(Release.of(view));
        };
    }

    private static Conclusion rejected(RunView view) {
        return view.isPastPivot()
                ? new Conclusion.Answered(201, Release.of(view))
                : new Conclusion.Answered(
                        422,
                        problem(
                                view,
                                ProblemType.RELEASE_REFUSED,
                                "A person rejected the release before ERP released the order; the"
                                        + " release says what could not be taken back."));
    }

    /// Which target refused, where no check did.
    private static String refused(RunView view) {
        return standingProblem(view)
                .map(step -> "%s refused to %s. ".formatted(step.target(), step.name()))
                .orElse("");
    }

    /// A request that its target does not understand is no fault of the target's.
    private static String failed(RunView view) {
        for (var step : view.steps()) {
            for (var attempt : view.attempts()) {
                if (attempt.position() == step.position() && attempt.wasAskedWrongly()) {
                    return "%s does not understand how it was asked to %s (%s): a fault of the gateway or its configuration."
                            .formatted(step.target(), step.name(), attempt.detail());
                }
            }
        }
        return "A system could not be reached.";
    }

    private static Optional<Step> standingProblem(RunView view) {
        return view.steps().stream()
                .filter(step -> step.problem() != null && !step.state().isDone())
                .findFirst();
    }

    /// Every finding, and where a step was refused, what its target said.
    private static Object problem(RunView view, ProblemType type, String detail) {
        var extra = new LinkedHashMap<String, Object>();
        extra.put("releaseId", view.run().id());
        extra.put("orderNumber", view.run().subject());
        extra.put("findings", json(Optional.ofNullable(view.run().verdict()).orElse("[]")));
        standingProblem(view)
                .ifPresent(step ->
                        extra.put(
                                "refusedBy",
                                Map.of(
                                        "step",
                                        step.name(),
                                        "target",
                                        step.target(),
                                        "problem",
                                        json(String.valueOf(step.problem())))));
        return Problems.of(new Refused(type, detail, List.of(), extra), COLLECTION);
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
        if (view.run().state() == RunState.REFUSED) {
            outbox.record(
                    handle,
                    Outbox.Fact.RELEASE_REFUSED,
                    "order/" + view.run().subject(),
                    Release.of(view));
        } else {
            outbox.recordRun(handle, view.run(), Release.of(view));
        }
    }

    @Override
    public Set<String> targets() {
        return Set.of("ERP", "MES", "WMS");
    }

    @Override
    public String status(RunState state) {
        return Release.status(state).name();
    }

    @Override
    public List<Origin> origins(RunView view) {
        return ReleaseLineage.origins(view);
    }

    @Override
    public String rule(Step step) {
        return ReleaseLineage.rule(step);
    }
}
