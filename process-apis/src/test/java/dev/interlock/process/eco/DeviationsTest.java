package dev.interlock.process.eco;

import static dev.interlock.process.eco.Drawings.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.process.check.Result;
import dev.interlock.process.check.Result.Failed;
import dev.interlock.process.check.Result.Passed;
import dev.interlock.process.facts.Effectivity;
import dev.interlock.process.facts.Revision;
import dev.interlock.process.policy.PolicyRow.InFlight;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What holds for a while is no part of what holds after it: revision A is permanent, B deviates
/// from it in December, C is to come.
class DeviationsTest {
    private final Drawings world = new Drawings();

    DeviationsTest() {
        world.item("GB-4711", "FINISHED_GOOD", "A");
        world.revisions.put("GB-4711", List.of(permanent("A", null), deviation("B", "01", "20")));
    }

    @ParameterizedTest
    @CsvSource({"A", "B"})
    void aChangeAfterADeviationStartsFromWhatIsPermanent(String from) {
        change(from, "C");
        world.holds("DATE", "2026-12-21", null);

        assertThat(sequence()).isInstanceOf(Passed.class);
        assertThat(base()).isEqualTo("A");
    }

    @Test
    void aDeviationOfToDayStartsFromWhatHoldsToDay() {
        world.revisions.put("GB-4711", List.of(permanent("A", null), permanent("B", "2027-01-10")));
        change("B", "C");
        deviates("2026-11-22", "2026-11-30");

        assertThat(sequence()).isInstanceOf(Passed.class);
        assertThat(base()).isEqualTo("A");
    }

    @Test
    void anImmediateChangeStartsFromTheLastOneOfTheSameDay() {
        world.item("GB-4711", "FINISHED_GOOD", "B");
        world.revisions.put(
                "GB-4711",
                List.of(
                        Parts.revision("GB-4711", "A", "SUPERSEDED", "2026-11-23"),
                        permanent("B", "2026-11-23")));

        assertThat(base()).isEqualTo("B");
    }

    @ParameterizedTest
    @CsvSource({"2026-12-01", "2026-11-25", "2026-12-20"})
    void nothingBeginsForGoodThatADeviationWouldHideOrThatWouldCutItShort(String begin) {
        change("B", "C");
        world.holds("DATE", begin, null);

        assertThat(failure())
                .isEqualTo(
                        "GB-4711: revision B deviates from 2026-12-01 to 2026-12-20: begin after"
                                + " it, or make it obsolete first.");
    }

    @Test
    void twoDeviationsDoNotOverlap() {
        change("B", "C");
        deviates("2026-12-20", "2026-12-24");
        assertThat(failure()).contains("revision B deviates from 2026-12-01 to 2026-12-20");

        deviates("2026-12-21", "2026-12-24");
        assertThat(sequence()).isInstanceOf(Passed.class);
        assertThat(base()).isEqualTo("A");

        deviates("2026-11-23", "2026-11-30");
        assertThat(sequence()).isInstanceOf(Passed.class);
    }

    /// B ends where C begins: its begin is within the deviation all the same.
    @Test
    void aDeviationDoesNotReachOverTheBeginOfARevisionThatHasASuccessor() {
        world.revisions.put(
                "GB-4711",
                List.of(
                        permanent("A", null),
                        new Revision(
                                "GB-4711",
                                "B",
                                "RELEASED",
                                LocalDate.parse("2026-12-10"),
                                LocalDate.parse("2026-12-19"),
                                new Effectivity("DATE", "2026-12-10", null, null),
                                null,
                                null,
                                List.of(),
                                List.of()),
                        permanent("C", "2026-12-20")));
        change("C", "D");
        deviates("2026-12-05", "2026-12-15");

        assertThat(failure())
                .isEqualTo("GB-4711: revision B begins on 2026-12-10, within the deviation.");
    }

    @Test
    void afterAnObsoleteRevisionComesTheNextOneAllTheSame() {
        world.revisions.put(
                "GB-4711",
                List.of(
                        permanent("A", null),
                        Parts.revision("GB-4711", "B", "OBSOLETE", "2026-01-01")));
        change("A", "B");
        assertThat(failure()).isEqualTo("GB-4711: after revision B comes C, not B.");

        change("A", "C");
        assertThat(sequence()).isInstanceOf(Passed.class);
        assertThat(base()).isEqualTo("A");
    }

    @Test
    void ordersOfEveryOlderRevisionAreInFlight() {
        change("B", "C");
        world.holds("DATE", "2026-12-21", null);
        order("100001", "A");
        order("100002", "B");
        order("100003", "C");

        assertThat(InFlightOrders.of(world.proposal(), _ -> InFlight.PULL_FORWARD))
                .extracting(InFlightOrders.Decided::orderNumber)
                .containsExactly("100001", "100002");
    }

    private void order(String number, String revision) {
        world.order(number, revision, "CREATED", "2026-12-22");
    }

    private void change(String from, String to) {
        world.affected.set(0, Parts.affected("GB-4711", from, to, Map.of()));
    }

    private void deviates(String from, String to) {
        world.type = EngineeringChange.Type.DEVIATION;
        world.holds("DATE", from, to);
    }

    private @Nullable String base() {
        return world.proposal().base(world.affected.getFirst()).orElse(null);
    }

    private Result sequence() {
        return new RevisionSequenceCheck(RevisionScheme.LETTERS).ask(world.proposal());
    }

    private String failure() {
        assertThat(sequence()).isInstanceOf(Failed.class);
        return ((Failed) sequence()).detail();
    }

    private static Revision permanent(String revision, @Nullable String from) {
        return Parts.revision("GB-4711", revision, "RELEASED", from);
    }

    private static Revision deviation(String revision, String from, String to) {
        var first = TODAY.withMonth(12).withDayOfMonth(Integer.parseInt(from));
        var last = TODAY.withMonth(12).withDayOfMonth(Integer.parseInt(to));
        return new Revision(
                "GB-4711",
                revision,
                "RELEASED",
                first,
                last,
                new Effectivity("DATE", first.toString(), last.toString(), null),
                null,
                null,
                List.of(),
                List.of());
    }
}
