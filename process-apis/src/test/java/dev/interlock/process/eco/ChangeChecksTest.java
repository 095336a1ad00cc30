package dev.interlock.process.eco;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.platform.problem.Effect;
import dev.interlock.platform.problem.GatewayException.TargetFailed;
import dev.interlock.process.check.Checks;
import dev.interlock.process.check.Fact;
import dev.interlock.process.check.Finding.Outcome;
import dev.interlock.process.check.Result.Failed;
import dev.interlock.process.check.Result.Passed;
import dev.interlock.process.check.Rule;
import dev.interlock.process.eco.AttributesCompleteCheck.Required;
import dev.interlock.process.eco.EngineeringChange.AffectedItem;
import dev.interlock.process.eco.EngineeringChange.Approval;
import dev.interlock.process.eco.EngineeringChange.Status;
import dev.interlock.process.eco.Proposal.InPlm;
import dev.interlock.process.facts.Effectivity;
import dev.interlock.process.facts.Item;
import dev.interlock.process.facts.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ChangeChecksTest {
    private static final Item GEARBOX =
            new Item(
                    "GB-4711",
                    "Gearbox",
                    "FINISHED_GOOD",
                    "EA",
                    "MAKE",
                    "B",
                    "ACTIVE",
                    false,
                    List.of());

    @Test
    void everyListedApproverMustHaveApproved() {
        var proposal =
                proposal(
                        change(Status.APPROVED, "B", "C", "APPROVED", "PENDING"),
                        released("A", "B"));

        var failed = (Failed) new ApprovedCheck().ask(proposal);

        assertThat(failed.detail()).isEqualTo("approver 2 has not approved.");
    }

    @Test
    void aChangeThatIsStillInReviewIsToldToNobody() {
        var proposal = proposal(change(Status.IN_REVIEW, "B", "C", "APPROVED"), released("A", "B"));

        assertThat(new ApprovedCheck().ask(proposal)).isInstanceOf(Failed.class);
    }

    @Test
    void theNextRevisionAfterTheLatestReleasedOneFits() {
        var proposal = proposal(change(Status.APPROVED, "B", "C", "APPROVED"), released("A", "B"));

        assertThat(new RevisionSequenceCheck(RevisionScheme.LETTERS).ask(proposal))
                .isInstanceOf(Passed.class);
    }

    @Test
    void aLeftOutAndARepeatedRevisionAreNamed() {
        var leftOut = proposal(change(Status.APPROVED, "B", "D", "APPROVED"), released("A", "B"));
        var repeated =
                proposal(change(Status.APPROVED, "B", "C", "APPROVED"), released("A", "B", "C"));
        var check = new RevisionSequenceCheck(RevisionScheme.LETTERS);

        assertThat(((Failed) check.ask(leftOut)).detail())
                .isEqualTo("GB-4711: after revision B comes C, not D.");
        assertThat(((Failed) check.ask(repeated)).detail())
                .isEqualTo(
                        "GB-4711: the change starts from revision B, the latest released one is"
                                + " C. GB-4711: after revision C comes D, not C.");
    }

    @Test
    void theLatestRevisionIsTheOneThatComesLastInItsScheme() {
        var revisions = released("A.9", "A.10", "B.1");
        var fits = proposal(change(Status.APPROVED, "B.1", "B.2", "APPROVED"), revisions);
        var old = proposal(change(Status.APPROVED, "A.10", "A.11", "APPROVED"), revisions);
        var check = new RevisionSequenceCheck(RevisionScheme.DOTTED);

        assertThat(check.ask(fits)).isInstanceOf(Passed.class);
        assertThat(((Failed) check.ask(old)).detail())
                .isEqualTo(
                        "GB-4711: the change starts from revision A.10, the latest released one is"
                                + " B.1. GB-4711: after revision B.1 comes B.2, not A.11.");
    }

    @Test
    void whatCouldNotBeAskedIsUnansweredAndNamesTheSystem() throws InterruptedException {
        Function<String, List<Revision>> away =
                _ -> {
                    throw TargetFailed.unavailable("ERP", Effect.NONE, null);
                };
        var proposal = proposal(change(Status.APPROVED, "B", "C", "APPROVED"), away);

        var findings =
                Checks.ask(
                        List.of(
                                new ApprovedCheck(),
                                new RevisionSequenceCheck(RevisionScheme.LETTERS)),
                        proposal,
                        _ -> Rule.BLOCK);

        assertThat(findings)
                .extracting("outcome")
                .containsExactly(Outcome.PASS, Outcome.UNANSWERED);
        assertThat(findings.getLast().system()).isEqualTo("ERP");
    }

    @Test
    void requiredAttributesAreNamedPerItem() {
        var proposal = proposal(change(Status.APPROVED, "B", "C", "APPROVED"), released("A", "B"));

        var demanded =
                List.of(
                        new Required("*", "drawingNumber"),
                        new Required("*", "weight"),
                        new Required("SOFTWARE", "license"));

        var failed = (Failed) new AttributesCompleteCheck((_, _) -> demanded).ask(proposal);

        assertThat(failed.detail()).isEqualTo("GB-4711 lacks weight.");
    }

    private static EngineeringChange change(
            Status status, String from, String to, String... decisions) {
        var approvals = new ArrayList<Approval>();
        for (var i = 0; i < decisions.length; i++) {
            approvals.add(new Approval("approver " + (i + 1), decisions[i], null));
        }
        var item =
                new AffectedItem(
                        "GB-4711",
                        from,
                        to,
                        "RELEASED",
                        true,
                        Map.of("drawingNumber", "D-1", "weight", "  "),
                        List.of("1000"),
                        null);
        return new EngineeringChange(
                "ECO-1",
                EngineeringChange.Type.ORDER,
                "Another seal",
                null,
                null,
                status,
                new Effectivity("IMMEDIATE", null, null, null),
                List.of(item),
                List.of(),
                List.of(),
                approvals,
                1,
                null);
    }

    private static Function<String, List<Revision>> released(String... revisions) {
        return item ->
                List.of(revisions).stream()
                        .map(revision ->
                                new Revision(
                                        item,
                                        revision,
                                        "RELEASED",
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        List.of(),
                                        List.of()))
                        .toList();
    }

    private static Proposal proposal(
            EngineeringChange change, Function<String, List<Revision>> revisions) {
        var world = new Drawings().proposal();
        return new Proposal(
                change,
                world.runId(),
                world.today(),
                new Fact<>(_ -> Optional.of(InPlm.of(change))),
                new Fact<>(_ -> Optional.of(GEARBOX)),
                new Fact<>(revisions),
                world.boms(),
                world.routings(),
                world.workCenters(),
                world.uses(),
                world.convertibleUnits(),
                world.suppliers(),
                world.knownSuppliers(),
                world.purchaseOrders(),
                world.productionOrders(),
                world.phantomOrders(),
                world.balances(),
                world.rules(),
                world.usages(),
                world.systems(),
                world.componentBoms());
    }
}
