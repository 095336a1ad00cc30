package dev.interlock.process.eco;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.process.ProcessTierResource;
import dev.interlock.process.check.Result.Failed;
import dev.interlock.process.check.Result.Passed;
import dev.interlock.process.facts.Bom;
import dev.interlock.process.facts.Item;
import dev.interlock.process.policy.InFlightPolicies;
import dev.interlock.process.policy.TargetProfiles;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the shipped profiles and policies make of a change.
@QuarkusTest
@QuarkusTestResource(ProcessTierResource.class)
class TargetFitTest {
    @Inject TargetProfiles profiles;
    @Inject InFlightPolicies inFlight;
    @Inject Jdbi jdbi;
    private final Drawings world = new Drawings();

    @AfterEach
    void asShipped() {
        jdbi.useHandle(h -> h.execute("DELETE FROM in_flight_policy WHERE plant <> '*'"));
        jdbi.useHandle(h -> h.execute("DELETE FROM target_profile WHERE plant <> '*'"));
    }

    @Test
    void anOrdinaryChangeFitsEverywhere() {
        assertThat(new TargetFitCheck(profiles).ask(world.proposal())).isInstanceOf(Passed.class);
    }

    @Test
    void aPlantThatNobodyServesIsNamedBeforeErpHasTheRevision() {
        world.routing("CERTIFIED");
        world.systems.put("1000", List.of("WMS"));

        assertThat(misfits())
                .containsExactly(
                        "Plant 1000 has no MES to take the structure of GB-4711: leave the plant"
                                + " out until one is connected.",
                        "Plant 1000 has no QMS to take the inspection plan of GB-4711: leave the"
                                + " plant out until one is connected.");

        world.systems.clear();
        assertThat(misfits()).containsExactly("ERP does not know plant 1000.");
    }

    @Test
    void whatIsTooLargeForATargetIsNamedBeforeAnythingIsSent() {
        world.boms.put("GB-4711", structure(10_001, "SC-"));

        assertThat(misfits())
                .contains(
                        "The BOM of GB-4711 in plant 1000 would have 10001 lines, more than the"
                                + " 10000 that every target takes: make it smaller.");

        world.boms.put("GB-4711", structure(10_000, "S".repeat(35)));
        assertThat(misfits())
                .filteredOn(misfit -> misfit.toString().contains("bytes"))
                .hasSize(2)
                .first()
                .asString()
                .matches(
                        "BOM GB-4711 C in 1000 would have \\d+ bytes, more than the 1048576 that"
                                + " every target takes: make it smaller\\.");
    }

    private static Bom structure(int lines, String component) {
        return Parts.bom(
                IntStream.rangeClosed(1, lines)
                        .mapToObj(position -> Parts.line(position, component + position))
                        .toArray(Bom.Line[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SERIAL", "USE_UP"})
    void anEffectivityThatNoTargetTakesIsRefusedByName(String kind) {
        world.holds(kind, kind.equals("SERIAL") ? "SN-1001" : null, null);

        assertThat(misfits())
                .contains(
                        "ERP takes no effectivity %s.".formatted(kind),
                        "MES takes no effectivity %s.".formatted(kind));
    }

    @Test
    void everyMisfitIsNamedAtOnce() {
        world.adds("GB-4711", "sl_0460", 90);
        world.affected.set(0, Parts.affected("GB-4711", "B", "c2", Map.of()));
        world.items.compute(
                "HS-1200",
                (_, known) ->
                        new Item(
                                "HS-1200",
                                "x".repeat(201),
                                "COMPONENT",
                                "EA",
                                "BUY",
                                "A",
                                "ACTIVE",
                                false,
                                List.of()));

        assertThat(misfits())
                .contains(
                        "ERP takes no revision c2 of GB-4711.",
                        "ERP takes no item number sl_0460.",
                        "ERP takes descriptions of 200 characters, that of HS-1200 has 201.",
                        "ERP has no data of plant 1000 for HS-1200.");
    }

    @Test
    void aTargetIsToldOfNoUnitThatItDoesNotKnow() {
        jdbi.useHandle(h ->
                h.execute(
                        "INSERT INTO target_profile (target, plant, units,"
                                + " needs_plant_extension) VALUES ('MES', '1000', 'EA KGM',"
                                + " false)"));
        world.adds("GB-4711", "SL-0460", 90, Quantity.of("1", "SET"));

        assertThat(misfits())
                .containsExactly(
                        "MES does not know the unit SET in which position 90 of GB-4711 counts"
                                + " SL-0460.");
    }

    @Test
    void anOrderThatNobodyHasReleasedIsPulledForwardWhereThePlantSaysSo() {
        jdbi.useHandle(
                h -> h.execute("INSERT INTO in_flight_policy VALUES ('1000', 'PULL_FORWARD')"));
        world.order("100001", "CREATED", "2026-12-01");
        world.order("100002", "RELEASED", "2026-12-01");

        var steps =
                PropagationPlan.of(
                        world.proposal(),
                        List.of(),
                        InFlightOrders.of(world.proposal(), inFlight::of));

        assertThat(steps)
                .filteredOn(step -> step.path().contains("/production-orders/"))
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.path())
                            .isEqualTo("/system/v1/production-orders/100001/revision-changes");
                    assertThat(new String(step.body(), UTF_8))
                            .contains("{\"revision\":\"C\",\"expected\":{")
                            .contains("\"lifecycle\":\"CREATED\"", "\"revision\":\"B\"");
                });
    }

    @Test
    void anOrderIsLockedWhereThePlantSaysSoAndTheLockNamesTheChange() {
        jdbi.useHandle(h -> h.execute("INSERT INTO in_flight_policy VALUES ('1000', 'BLOCK')"));
        world.order("100001", "CREATED", "2026-12-01");

        var steps =
                PropagationPlan.of(
                        world.proposal(),
                        List.of(),
                        InFlightOrders.of(world.proposal(), inFlight::of));

        assertThat(steps)
                .filteredOn(step -> step.path().endsWith("/100001/locks"))
                .singleElement()
                .satisfies(step ->
                        assertThat(new String(step.body(), UTF_8))
                                .contains("ECO-1 replaces revision B of GB-4711"));
    }

    @Test
    void anOrderThatBeginsBeforeTheChangeHoldsIsNotTouched() {
        world.holds("DATE", "2027-01-01", null);
        world.order("100001", "CREATED", "2026-12-01");

        assertThat(InFlightOrders.of(world.proposal(), inFlight::of)).isEmpty();
    }

    @Test
    void whatIsUsedGoesBeforeWhatUsesIt() {
        world.affected.add(Parts.affected("SL-0450", "A", "B", Map.of()));

        assertThat(DependencyOrder.of(world.proposal()))
                .extracting("itemId")
                .containsExactly("SL-0450", "GB-4711");
    }

    private List<Object> misfits() {
        var failed = (Failed) new TargetFitCheck(profiles).ask(world.proposal());
        return List.copyOf((List<?>) Objects.requireNonNull(failed.evidence().get("misfits")));
    }
}
