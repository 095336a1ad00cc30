package dev.interlock.process.eco;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.process.check.Check;
import dev.interlock.process.check.Result;
import dev.interlock.process.check.Result.Failed;
import dev.interlock.process.check.Result.Noted;
import dev.interlock.process.check.Result.Passed;
import dev.interlock.process.eco.AttributesCompleteCheck.Required;
import dev.interlock.process.eco.AttributesCompleteCheck.RequiredAttributes;
import dev.interlock.process.eco.EngineeringChange.AffectedItem;
import dev.interlock.process.facts.Revision;
import dev.interlock.process.run.Predecessor;
import dev.interlock.process.run.RunState;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What stands against a change besides its approval, its structure and its attributes.
class ChangeConditionsTest {
    private final Drawings world = new Drawings();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "CANCELLED; 1; In PLM the change is CANCELLED by now.",
                "APPROVED; 2; Version 2 has come since this version 1."
            })
    void aChangeThatWaitedIsCarriedAsPlmSaysByThen(String status, long version, String reason) {
        world.inPlm = Optional.of(new Proposal.InPlm(status, version));

        assertThat(failure(new ApprovedCheck())).isEqualTo(reason);
    }

    @Test
    void aParentIsNotReleasedWithAComponentThatIsStillInWork() {
        world.revisions.put("SL-0450", List.of(Parts.revision("SL-0450", "A", "IN_WORK", null)));

        assertThat(failure(new LifecycleConsistentCheck()))
                .isEqualTo("GB-4711 would be released, but its component SL-0450 is IN_WORK.");
    }

    @Test
    void aComponentThatThisChangeReleasesIsReleasedEnough() {
        world.revisions.put("SL-0450", List.of(Parts.revision("SL-0450", "A", "IN_WORK", null)));
        world.affected.add(Parts.affected("SL-0450", "A", "B", Map.of()));

        assertThat(ask(new LifecycleConsistentCheck())).isInstanceOf(Passed.class);
    }

    @Test
    void whatErpWouldRefuseForItsUsageStatusIsRefusedBeforeAnythingIsSent() {
        world.used("SL-0450", "BLOCKED", "ACTIVE");
        world.used("HS-1200", "ACTIVE", "BLOCKED");
        world.used("GB-4711", "PHASE_OUT", "BLOCKED");

        assertThat(failure(new LifecycleConsistentCheck()))
                .isEqualTo(
                        "GB-4711 is BLOCKED in plant 1000, for which ERP refuses it as BOM_HEADER:"
                                + " change its usage status, or leave it out. HS-1200 is BLOCKED in"
                                + " plant 1000, for which ERP refuses it as BOM_COMPONENT: change"
                                + " its usage status, or leave it out. SL-0450 is BLOCKED in plant"
                                + " 1000, for which ERP refuses it as BOM_COMPONENT: change its"
                                + " usage status, or leave it out.");
    }

    @Test
    void aUsageStatusIsWhatErpsPoliciesMakeOfIt() {
        world.used("SL-0450", "OBSOLETE", "PHASE_OUT");

        assertThat(ask(new LifecycleConsistentCheck())).isInstanceOf(Passed.class);
    }

    @Test
    void aLifecycleThatWouldNotBeWrittenIsRefusedAndWhatIsWrittenIsAskedFor() {
        world.affected.set(
                0,
                new AffectedItem(
                        "GB-4711", "B", "C", "PROTOTYPE", true, null, List.of("1000"), null));
        RequiredAttributes drawing =
                (_, lifecycle) ->
                        lifecycle.equals("RELEASED")
                                ? List.of(new Required("*", "drawingNumber"))
                                : List.of();

        assertThat(failure(new AttributesCompleteCheck(drawing)))
                .isEqualTo(
                        "GB-4711 is to become PROTOTYPE, but a propagation makes it RELEASED."
                                + " GB-4711 lacks drawingNumber.");
    }

    @Test
    void anAttributeThatStandsAtTheNewRevisionIsThere() {
        world.revisions.put("GB-4711", List.of(Parts.prepared(Map.of("drawingNumber", "D-1"))));
        RequiredAttributes drawing = (_, _) -> List.of(new Required("*", "drawingNumber"));

        assertThat(ask(new AttributesCompleteCheck(drawing))).isInstanceOf(Passed.class);
    }

    @ParameterizedTest
    @CsvSource({
        "DATE,            ,           , 'DATE needs the day from which the change holds.'",
        "DATE, 2026-11-10 ,           , 'It would hold from 2026-11-10 on: the earliest day that is"
                + " taken is 2026-11-15.'",
        "DATE, 2026-11-16 , 2026-11-20, 'It ended on 2026-11-20: nothing would be made by it any"
                + " more.'",
        "DATE, 2026-12-10 , 2026-12-01, 'It would end on 2026-12-01, before it begins.'",
        "IMMEDIATE, 2026-12-10,       , 'IMMEDIATE has no days of its own: use DATE.'",
        "LATER,           ,           , 'There is no effectivity LATER: use DATE, SERIAL, USE_UP or"
                + " IMMEDIATE.'",
        "DATE, 2026-12-01, 9999-12-31, No target keeps 9999-12-31: 2999 is the last year."
    })
    void anEffectivityThatMakesNoSenseIsNamed(String kind, String from, String to, String reason) {
        world.holds(kind, from, to);

        assertThat(failure(new EffectivityValidCheck(Period.ofDays(7)))).isEqualTo(reason);
    }

    /// Where the day of a plant is behind the gateway's, it is the last one.
    @Test
    void aDeviationThatMayEndTodayIsCarried() {
        world.holds("DATE", "2026-11-16", "2026-11-21");

        assertThat(ask(new EffectivityValidCheck(Period.ofDays(7)))).isInstanceOf(Passed.class);
    }

    @Test
    void aComponentHoldsWhenItsParentDoes() {
        world.adds("GB-4711", "SL-0460", 90);
        world.revisions.put(
                "SL-0460", List.of(Parts.revision("SL-0460", "A", "RELEASED", "2027-02-01")));

        assertThat(failure(new EffectivityValidCheck(Period.ofDays(7))))
                .isEqualTo("GB-4711 uses SL-0460, of which no revision holds on 2026-11-22.");

        world.holds("DATE", "2027-02-01", null);
        assertThat(ask(new EffectivityValidCheck(Period.ofDays(7)))).isInstanceOf(Passed.class);
    }

    @Test
    void aComponentHoldsAsLongAsItsParentDoes() {
        world.revisions.put("SL-0450", List.of(revision("A", "2026-01-01", "2026-11-30")));
        assertThat(failure(new EffectivityValidCheck(Period.ofDays(7))))
                .isEqualTo("GB-4711 uses SL-0450, of which no revision holds on 2026-12-01.");

        world.holds("DATE", "2026-11-25", "2026-11-30");
        assertThat(ask(new EffectivityValidCheck(Period.ofDays(7)))).isInstanceOf(Passed.class);
    }

    @Test
    void whatADeviationOfAComponentLeavesHoldsAgain() {
        world.revisions.put(
                "SL-0450",
                List.of(
                        revision("A", "2026-01-01", null),
                        revision("B", "2026-11-20", "2026-11-30")));

        assertThat(ask(new EffectivityValidCheck(Period.ofDays(7)))).isInstanceOf(Passed.class);
    }

    private static Revision revision(String revision, String from, @Nullable String to) {
        return new Revision(
                "SL-0450",
                revision,
                "RELEASED",
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                null,
                null,
                null,
                List.of(),
                List.of());
    }

    @Test
    void aPhantomWithoutABomInThePlantWouldVanishFromTheOrders() {
        world.phantoms = true;
        world.adds("GB-4711", "SL-0460", 90);
        assertThat(ask(new BomIntegrityCheck())).isInstanceOf(Passed.class);

        world.boms.remove("SL-0460");
        assertThat(failure(new BomIntegrityCheck()))
                .isEqualTo(
                        "Position 90 of GB-4711: SL-0460 is a phantom without a certified BOM in"
                                + " plant 1000, so orders would hold nothing of it: create its BOM,"
                                + " or make it no phantom.");
    }

    @Test
    void aBomIsNotEmptied() {
        world.removes("GB-4711", "HS-1200", 10, Map.of());
        world.removes("GB-4711", "SL-0450", 80, Map.of());

        assertThat(failure(new BomIntegrityCheck()))
                .isEqualTo("The BOM of GB-4711 in plant 1000 would have no line.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DRAFT", "INACTIVE"})
    void whatNobodyCertifiedIsNotCertifiedByTheWay(String status) {
        world.boms.put("GB-4711", Parts.bom(status, Parts.line(10, "HS-1200")));
        world.routing(status);

        assertThat(failure(new BomIntegrityCheck()))
                .isEqualTo(
                        "The BOM of GB-4711 revision B in plant 1000 is %s: certify it first, or leave the plant out."
                                .formatted(status));
        assertThat(failure(new RoutingIntegrityCheck()))
                .startsWith(
                        "The routing of GB-4711 revision B in plant 1000 is %s: certify it first, or leave the plant out."
                                .formatted(status));
    }

    @Test
    void nothingIsDecidedAboutWhatNobodyHas() {
        world.removes("GB-4711", "SL-0450", 80, Map.of());

        assertThat(ask(new DispositionDecidedCheck())).isInstanceOf(Passed.class);
    }

    @Test
    void stockAndOpenOrdersNeedADecisionEach() {
        world.removes("GB-4711", "SL-0450", 80, Map.of("stock", "USE_UP"));
        world.stock("SL-0450", "UNRESTRICTED", "12");
        world.purchase("SL-0450", "4500002", "ORDERED");
        world.purchase("SL-0450", "4500001", "RECEIVED");
        world.order("100001", "CREATED", "2026-12-01");
        world.stock("GB-4711", "UNRESTRICTED", "1");

        assertThat(failure(new DispositionDecidedCheck()))
                .isEqualTo(
                        "GB-4711: nobody decided on its finishedGoods, workInProcess. SL-0450:"
                                + " nobody decided on its openPurchaseOrders.");
    }

    @Test
    void theChangeThatWentBeforeIsNamed() {
        var check =
                new NoConflictCheck((item, run) ->
                        item.equals("GB-4711") && run.equals(Optional.of("run-2"))
                                ? Optional.of(new Predecessor("run-1", "ECO-0", RunState.WAITING))
                                : Optional.empty());

        assertThat(((Noted) ask(check)).detail())
                .isEqualTo(
                        "GB-4711: ECO-0 goes before and is INCOMPLETE (run run-1): this change"
                                + " waits until it ends, and is checked then.");
    }

    @Test
    void aChangeThatHasEndedKeepsNobodyWaiting() {
        var check =
                new NoConflictCheck((_, _) ->
                        Optional.of(new Predecessor("run-1", "ECO-0", RunState.SUCCEEDED)));

        assertThat(((Noted) ask(check)).detail())
                .isEqualTo("GB-4711: ECO-0 went before and is COMPLETED (run run-1).");
    }

    private Result ask(Check<Proposal> check) {
        return check.ask(world.proposal());
    }

    private String failure(Check<Proposal> check) {
        return ((Failed) ask(check)).detail();
    }
}
