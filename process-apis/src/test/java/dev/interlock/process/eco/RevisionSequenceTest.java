package dev.interlock.process.eco;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.process.check.Check;
import dev.interlock.process.check.Result;
import dev.interlock.process.check.Result.Failed;
import dev.interlock.process.check.Result.Passed;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which revision may follow which, and from which day on.
class RevisionSequenceTest {
    private final Drawings world = new Drawings();

    @Test
    void twoRevisionsDoNotBeginTogether() {
        world.holds("DATE", "2027-01-01", null);
        world.revisions.put(
                "GB-4711", List.of(Parts.revision("GB-4711", "B", "RELEASED", "2027-01-01")));

        assertThat(failure(new RevisionSequenceCheck(RevisionScheme.LETTERS)))
                .isEqualTo("GB-4711: revision B begins on 2027-01-01 too.");
    }

    @ParameterizedTest
    @CsvSource({"IMMEDIATE,", "DATE, 2026-12-02"})
    void aChangeDoesNotBeginBeforeTheRevisionThatItReplaces(String kind, @Nullable String from) {
        scheduled("2026-12-22");
        world.holds(kind, from, null);

        assertThat(failure(new RevisionSequenceCheck(RevisionScheme.LETTERS)))
                .isEqualTo("GB-4711: revision B begins on 2026-12-22, after this change.");

        world.holds("DATE", "2026-12-23", null);
        assertThat(ask(new RevisionSequenceCheck(RevisionScheme.LETTERS)))
                .isInstanceOf(Passed.class);
    }

    @Test
    void aDeviationThatEndsBeforeTheNextRevisionBeginsFits() {
        scheduled("2026-12-22");
        world.type = EngineeringChange.Type.DEVIATION;
        world.holds("DATE", "2026-12-01", "2026-12-21");

        assertThat(ask(new RevisionSequenceCheck(RevisionScheme.LETTERS)))
                .isInstanceOf(Passed.class);
    }

    /// Where the plant's day has begun, it is tomorrow for the gateway.
    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22", "2026-11-23"})
    void immediateChangesMayFollowEachOtherOnOneDay(String plantDay) {
        world.revisions.put(
                "GB-4711",
                List.of(
                        Parts.revision("GB-4711", "A", "SUPERSEDED", plantDay),
                        Parts.revision("GB-4711", "B", "RELEASED", plantDay)));

        assertThat(ask(new RevisionSequenceCheck(RevisionScheme.LETTERS)))
                .isInstanceOf(Passed.class);
    }

    /// Revision A holds, B is released for a later day.
    private void scheduled(String day) {
        world.item("GB-4711", "FINISHED_GOOD", "A");
        world.revisions.put(
                "GB-4711",
                List.of(
                        Parts.revision("GB-4711", "A", "RELEASED", null),
                        Parts.revision("GB-4711", "B", "RELEASED", day)));
    }

    @ParameterizedTest
    @CsvSource({"LETTERS, Q", "NUMBERS, A", "DOTTED, B"})
    void aFirstRevisionIsOneOfTheScheme(RevisionScheme scheme, String revision) {
        firstRelease(revision);

        assertThat(failure(new RevisionSequenceCheck(scheme)))
                .isEqualTo("GB-4711: %s is no revision of this scheme.".formatted(revision));
    }

    @ParameterizedTest
    @CsvSource({"LETTERS, A", "NUMBERS, 01", "DOTTED, A.1"})
    void aFirstRevisionNeedsNoneBefore(RevisionScheme scheme, String revision) {
        firstRelease(revision);

        assertThat(ask(new RevisionSequenceCheck(scheme))).isInstanceOf(Passed.class);
    }

    private void firstRelease(String revision) {
        world.revisions.put("GB-4711", List.of());
        world.affected.set(0, Parts.affected("GB-4711", null, revision, Map.of()));
    }

    @Test
    void aDeviationEndsByItself() {
        world.type = EngineeringChange.Type.DEVIATION;
        world.holds("DATE", "2026-12-01", null);

        assertThat(failure(new RevisionSequenceCheck(RevisionScheme.LETTERS)))
                .isEqualTo("A deviation needs the day on which it ends.");

        world.holds("DATE", "2026-12-01", "2026-12-20");
        assertThat(ask(new RevisionSequenceCheck(RevisionScheme.LETTERS)))
                .isInstanceOf(Passed.class);
    }

    @Test
    void aDeviationLiesWithinOneRevision() {
        world.type = EngineeringChange.Type.DEVIATION;
        world.holds("DATE", "2026-12-01", "2026-12-20");
        world.revisions.put(
                "GB-4711", List.of(Parts.revision("GB-4711", "B", "RELEASED", "2026-12-10")));

        assertThat(failure(new RevisionSequenceCheck(RevisionScheme.LETTERS)))
                .isEqualTo("GB-4711: revision B begins on 2026-12-10, within the deviation.");
    }

    private Result ask(Check<Proposal> check) {
        return check.ask(world.proposal());
    }

    private String failure(Check<Proposal> check) {
        return ((Failed) ask(check)).detail();
    }
}
