package dev.interlock.process.eco;

import dev.interlock.process.check.Check;
import dev.interlock.process.check.Checks;
import dev.interlock.process.check.Fact;
import dev.interlock.process.check.Finding;
import dev.interlock.process.check.Rule;
import dev.interlock.process.eco.Proposal.InPlm;
import dev.interlock.process.facts.ChangeFacts;
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
import org.jdbi.v3.core.Jdbi;

/// The catalogue of checks of a change: all are asked, none has an effect.
@ApplicationScoped
class ChangeChecks {
    private final Jdbi jdbi;
    private final ChangeFacts plm;
    private final ItemFacts items;
    private final StructureRules rules;
    private final InstantSource clock;
    private final List<Check<Proposal>> catalogue;
    private final Ahead<Proposal> ahead = new Ahead<>();

    ChangeChecks(
            Jdbi jdbi,
            ChangeFacts plm,
            ItemFacts items,
            StructureRules rules,
            RequiredAttributeTable attributes,
            TargetProfiles profiles,
            InFlightPolicies inFlight,
            Runs runs,
            EcoConfig config,
            InstantSource clock) {
        this.jdbi = jdbi;
        this.plm = plm;
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

    /// For its worker, where the run goes on at once.
    void begun(Run run, Proposal proposal) {
        ahead.begin(run, () -> proposal);
    }

    /// One that had to wait asks PLM again: it may have been cancelled, or another version come.
    Proposal proposal(Run run) {
        return ahead.begun(run)
                .orElseGet(() ->
                        proposal(
                                        Propagation.change(run),
                                        Optional.of(run.id()),
                                        new Fact<>(this::standing))
                                .askAhead());
    }

    /// As the change was sent, asked for at once; without a run where somebody only looks.
    Proposal proposal(EngineeringChange change, Optional<String> runId) {
        return proposal(change, runId, new Fact<>(_ -> Optional.of(InPlm.of(change)))).askAhead();
    }

    private Proposal proposal(
            EngineeringChange change,
            Optional<String> runId,
            Fact<String, Optional<InPlm>> standing) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return Proposal.of(change, runId, today, standing, items, rules);
    }

    /// A version that PLM sends whole stands in PLM once it is its turn.
    private Optional<InPlm> standing(String changeNumber) {
        var newest =
                jdbi.withHandle(handle -> new PropagationTable(handle).newestVersion(changeNumber));
        return plm.standing(changeNumber)
                .map(now -> new InPlm(now.status(), Math.max(now.version(), newest)));
    }

    List<Finding> ask(Proposal proposal) throws InterruptedException {
        return Checks.ask(catalogue, proposal, _ -> Rule.BLOCK);
    }
}
