package dev.interlock.process.orderrelease;

import static dev.interlock.process.orderrelease.OnTheDesk.MONDAY;
import static dev.interlock.process.orderrelease.OnTheDesk.item;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.process.check.Result;
import dev.interlock.process.check.Result.Failed;
import dev.interlock.process.check.Result.Noted;
import dev.interlock.process.check.Result.Passed;
import dev.interlock.process.facts.ChangeFacts.AffectedItem;
import dev.interlock.process.facts.ChangeFacts.Approved;
import dev.interlock.process.facts.Effectivity;
import dev.interlock.process.facts.Item.ItemPlant;
import dev.interlock.process.facts.ProductionOrder.Component;
import dev.interlock.process.policy.PolicyRow.InFlight;
import dev.interlock.process.policy.PolicyRow.Severity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The order on the desk makes GB-4711 at revision B on Monday.
class RevisionConditionsTest {
    private static final Effectivity AT_ONCE = new Effectivity("IMMEDIATE", null, null, null);
    private static final Instant BEGUN = Instant.parse("2026-02-20T08:00:00Z");

    private final OnTheDesk desk = new OnTheDesk();
    private final Map<String, Instant> begun = new HashMap<>();
    private InFlight policy = InFlight.FINISH_ON_OLD;

    /// One plant has refused the change, which therefore stays approved.
    @ParameterizedTest
    @EnumSource(InFlight.class)
    void anOrderThatMakesTheRevisionOfAChangeNeedNotWaitForItsEnd(InFlight every) {
        policy = every;
        desk.revision("A", null, MONDAY.minusDays(5), null);
        desk.revision("B", MONDAY.minusDays(4), null, "E-INC");
        approved("E-INC", AT_ONCE, "GB-4711", "B");
        begun.put("E-INC", BEGUN);
        desk.createdAt = BEGUN.plusSeconds(3600);

        assertThat(current()).isInstanceOf(Passed.class);
    }

    @Test
    void anOrderOlderThanTheNextRevisionFinishesOnItsOwn() {
        followedByC();
        desk.createdAt = BEGUN.minusSeconds(3600);

        assertThat(noted().detail())
                .isEqualTo(
                        "E-2 brings another revision; by the plant's policy the order finishes on"
                                + " B.");
    }

    @Test
    void anOrderYoungerThanTheNextRevisionMustBeAtIt() {
        followedByC();
        desk.createdAt = BEGUN.plusSeconds(3600);

        assertThat(failed().detail())
                .isEqualTo(
                        "The order was created after the propagation of E-2 began and must be at"
                                + " revision C.");
    }

    @Test
    void aChangeOfAComponentAsksForNoRevisionOfTheOrder() {
        desk.revision("B", MONDAY.minusDays(4), null, "E-1");
        component("SG-2300");
        approved("E-2", AT_ONCE, "SG-2300", "D");
        begun.put("E-2", BEGUN);
        desk.createdAt = BEGUN.plusSeconds(3600);

        assertThat(failed().detail())
                .isEqualTo(
                        "The order was created after the propagation of E-2 began, which is not"
                                + " complete yet.");
    }

    @Test
    void aChangeOfAPhantomThatTheOrderIsBuiltThroughIsOne() {
        desk.revision("B", MONDAY.minusDays(4), null, "E-1");
        component("SG-2300", "KIT-1");
        approved("E-2", AT_ONCE, "KIT-1", "D");

        assertThat(noted().evidence()).containsEntry("changes", List.of("E-2"));
    }

    @Test
    void onlyTheChangesThatTheOrderIsYoungerThanSpeakAgainstIt() {
        followedByC();
        component("SG-2300");
        approved("E-3", AT_ONCE, "SG-2300", "D");
        begun.put("E-3", BEGUN.plusSeconds(7200));
        desk.createdAt = BEGUN.plusSeconds(3600);

        assertThat(failed().detail()).contains("of E-2 began").doesNotContain("E-3");
        assertThat(failed().evidence()).containsEntry("changes", List.of("E-3", "E-2"));
    }

    @Test
    void aDeviationThatIsOverBeforeTheOrderBeginsIsNoMatter() {
        desk.revision("B", MONDAY.minusDays(40), null, "E-1");
        approved("E-DEV", until(MONDAY.minusDays(1)), "GB-4711", "B.1");

        assertThat(current()).isInstanceOf(Passed.class);
    }

    @Test
    void aDeviationThatEndsOnTheDayOfTheOrderIsOne() {
        desk.revision("B", MONDAY.minusDays(40), null, "E-1");
        approved("E-DEV", until(MONDAY), "GB-4711", "B.1");

        assertThat(noted().evidence()).containsEntry("changes", List.of("E-DEV"));
    }

    @Test
    void aChangeForOtherPlantsIsNoMatterOfThisOne() {
        desk.revision("B", MONDAY.minusDays(40), null, "E-1");
        approved("E-2000", AT_ONCE, "GB-4711", "C", "2000");

        assertThat(current()).isInstanceOf(Passed.class);
    }

    @Test
    void aChangeForThisPlantTooIs() {
        desk.revision("B", MONDAY.minusDays(40), null, "E-1");
        approved("E-BOTH", AT_ONCE, "GB-4711", "C", "2000", "1000");

        assertThat(noted().evidence()).containsEntry("changes", List.of("E-BOTH"));
    }

    @Test
    void severalChangesBringAnotherRevision() {
        desk.revision("B", MONDAY.minusDays(40), null, "E-1");
        approved("E-2", AT_ONCE, "GB-4711", "C");
        approved("E-3", AT_ONCE, "GB-4711", "D");

        assertThat(noted().detail()).startsWith("E-2, E-3 bring another revision; ");
    }

    /// As after a migration: ERP has the revision, no run of this gateway brought it.
    @Test
    void noOrderIsOlderThanAChangeThatCameWithoutThisGateway() {
        followedByC();
        begun.clear();
        desk.createdAt = BEGUN.minusSeconds(3600);

        assertThat(failed().detail())
                .isEqualTo(
                        "E-2 brought revision C without this gateway, which cannot tell an order"
                                + " that is older: it must be at that revision.");
    }

    @Test
    void anOrderThatStartsBeforeItsRevisionBeginsIsNoMatterOfPolicy() {
        desk.revision("A", null, MONDAY.plusDays(1), "E-0");
        desk.revision("B", MONDAY.plusDays(2), null, "E-1");
        begun.put("E-0", BEGUN);
        desk.createdAt = BEGUN.minusSeconds(3600);

        assertThat(failed().detail())
                .isEqualTo("Revision B begins on 2026-03-04, after the planned start 2026-03-02.");
    }

    @ParameterizedTest
    @CsvSource({"OBSOLETE, ACTIVE", "ACTIVE, OBSOLETE"})
    void theStricterStatusOfItemAndPlantCounts(String ofItem, String inPlant) {
        desk.items.put("GB-4711", item("GB-4711", "ACTIVE"));
        desk.items.put(
                "SG-2300",
                item("SG-2300", ofItem, new ItemPlant("1000", null, null, null, inPlant)));
        component("SG-2300");

        var failed = (Failed) conditions().itemUsable(desk.question());

        assertThat(failed.detail()).isEqualTo("SG-2300 is OBSOLETE and may not be used.");
        assertThat(failed.evidence()).containsEntry("usageStatuses", Map.of("SG-2300", "OBSOLETE"));
    }

    @Test
    void whatIsPhasedOutIsNamed() {
        desk.items.put("GB-4711", item("GB-4711", "PHASE_OUT"));

        assertThat(((Noted) conditions().itemUsable(desk.question())).evidence())
                .containsEntry("usageStatuses", Map.of("GB-4711", "PHASE_OUT"));
    }

    private void followedByC() {
        desk.revision("B", MONDAY.minusDays(40), MONDAY.minusDays(5), "E-1");
        desk.revision("C", MONDAY.minusDays(4), null, "E-2");
        begun.put("E-2", BEGUN);
    }

    private static Effectivity until(LocalDate last) {
        return new Effectivity("DATE", MONDAY.minusDays(20).toString(), last.toString(), null);
    }

    private void approved(
            String number,
            Effectivity effectivity,
            String itemId,
            String toRevision,
            String... plants) {
        desk.changes.add(
                new Approved(
                        number,
                        effectivity,
                        List.of(new AffectedItem(itemId, toRevision, List.of(plants)))));
    }

    private void component(String itemId, String... phantoms) {
        desk.components.add(
                new Component(
                        10,
                        itemId,
                        Quantity.of("5", "EA"),
                        MONDAY,
                        null,
                        List.of(),
                        List.of(phantoms)));
    }

    private Noted noted() {
        var result = current();
        assertThat(result).isInstanceOf(Noted.class);
        return (Noted) result;
    }

    private Failed failed() {
        var result = current();
        assertThat(result).isInstanceOf(Failed.class);
        return (Failed) result;
    }

    private Result current() {
        return conditions().revisionCurrent(desk.question());
    }

    private RevisionConditions conditions() {
        return new RevisionConditions(
                new Shipped(), _ -> policy, change -> Optional.ofNullable(begun.get(change)));
    }

    /// What the usage statuses of this test mean.
    private static class Shipped extends ReleasePolicies {
        Shipped() {
            super(Jdbi.create("jdbc:nobody-asks"));
        }

        @Override
        Usages usages() {
            return (status, _) ->
                    switch (status) {
                        case "ACTIVE" -> Severity.NONE;
                        case "PHASE_OUT" -> Severity.WARN;
                        default -> Severity.BLOCK;
                    };
        }
    }
}
