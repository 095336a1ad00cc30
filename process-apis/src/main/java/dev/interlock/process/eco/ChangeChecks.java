package dev.interlock.process.eco;

import dev.interlock.process.check.Check;
import dev.interlock.process.check.Checks;
import dev.interlock.process.check.Finding;
import dev.interlock.process.check.Rule;
import dev.interlock.process.facts.ItemFacts;
import dev.interlock.process.policy.InFlightPolicies;
import dev.interlock.process.policy.StructureRules;
import dev.interlock.process.policy.TargetProfiles;
import dev.interlock.process.run.Ahead;
import dev.interlock.process.run.Run;
import dev.interlock.process.run.Runs;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// The catalogue of checks of a change: all are asked, none has an effect.
@ApplicationScoped
class ChangeChecks {
    private final ItemFacts items;
    private final StructureRules rules;
    private final InstantSource clock;
    private final List<Check<Proposal>> catalogue;
    private final Ahead<Proposal> ahead = new Ahead<>();

    ChangeChecks(
            ItemFacts items,
            StructureRules rules,
            RequiredAttributeTable attributes,
            TargetProfiles profiles,
            InFlightPolicies inFlight,
            Runs runs,
            EcoConfig config,
            InstantSource clock) {
        this.items = items;
        this.rules = rules;
        this.clock = clock;
        this.catalogue =
                List.of(
                        new ApprovedCheck(),
                        new AttributesCompleteCheck(attributes),
                        new LifecycleConsistentCheck(),
                        new RevisionSequenceCheck(config.revisionScheme()),
                        new EffectivityValidCheck(config.pastTolerance()),
                        new BomIntegrityCheck(),
                        new RoutingIntegrityCheck(),
                        new TargetFitCheck(profiles),
                        new DispositionDecidedCheck(),
                        new InFlightOrdersCheck(inFlight),
                        new NoConflictCheck((item, run) -> runs.before("item:" + item, run)));
    }

    /// Begins to ask what a run that goes on at once will need.
    void begin(Run run) {
        ahead.begin(run, () -> asked(run));
    }

    Proposal proposal(Run run) {
        return ahead.begun(run).orElseGet(() -> asked(run));
    }

    private Proposal asked(Run run) {
        return proposal(Propagation.change(run), Optional.of(run.id())).askAhead();
    }

    Proposal proposal(EngineeringChange change, Optional<String> runId) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return Proposal.of(change, runId, today, items, rules);
    }

    List<Finding> ask(Proposal proposal) throws InterruptedException {
        return Checks.ask(catalogue, proposal, _ -> Rule.BLOCK);
    }
}
