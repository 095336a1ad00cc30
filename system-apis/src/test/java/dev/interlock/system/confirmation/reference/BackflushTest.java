package dev.interlock.system.confirmation.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.platform.problem.GatewayException.Refused;
import dev.interlock.platform.quantity.Quantity;
import dev.interlock.system.PostgresForTests;
import dev.interlock.system.order.Lifecycle;
import dev.interlock.system.order.OrderSettings;
import dev.interlock.system.order.ProductionOrder;
import dev.interlock.system.order.ProductionOrder.Component;
import dev.interlock.system.order.ProductionOrder.Operation;
import dev.interlock.system.order.ProductionOrder.OperationStatus;
import dev.interlock.system.unit.Measures;
import dev.interlock.system.unit.Units;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class BackflushTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

    @Inject Jdbi jdbi;
    @Inject Units units;
    @Inject OrderSettings settings;

    @Test
    void usesUpExactlyWhatTheOrderHasHoweverThePiecesCome() {
        var random = new Random(20);
        for (var round = 0; round < 200; round++) {
            var quantity = random.nextInt(1, 60);
            var screws = random.nextInt(1, 500);
            var grease = BigDecimal.valueOf(random.nextInt(1, 9999), 3);
            var used = new ArrayList<Quantity>();
            for (var made = 0; made < quantity; ) {
                var pieces = random.nextInt(1, quantity - made + 1);
                var order = order(quantity, made, screws, grease);
                Backflush.of(
                                order,
                                order.operations().getFirst(),
                                BigDecimal.valueOf(pieces),
                                measures())
                        .forEach(due ->
                                used.add(
                                        new Quantity(
                                                due.quantity(),
                                                due.component().quantity().unit())));
                made += pieces;
            }

            assertThat(sum(used, "EA")).isEqualByComparingTo(BigDecimal.valueOf(screws));
            assertThat(sum(used, "KGM")).isEqualByComparingTo(grease);
            assertThat(used)
                    .filteredOn(taken -> taken.unit().equals("EA"))
                    .allMatch(taken -> taken.value().stripTrailingZeros().scale() <= 0);
        }
    }

    @Test
    void whatIsOrderedIsYieldedAndNoMoreUnlessItIsAllowed() {
        var order = order(100, 0, 1, BigDecimal.ONE);
        var strict = new ConfirmationRules(settings);
        var lenient = new ConfirmationRules(allowing("5"));

        strict.check(order, report("100"), Instant.EPOCH);
        lenient.check(order, report("105"), Instant.EPOCH);

        assertThatThrownBy(
                        () -> strict.check(order, report("101"), Instant.MAX.minusSeconds(99999)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(
                        () -> lenient.check(order, report("106"), Instant.MAX.minusSeconds(99999)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void theDefaultsAreStrict() {
        assertThat(settings.overDeliveryPercent()).isEqualByComparingTo("0");
        assertThat(settings.clockTolerance()).isEqualTo(Duration.ofMinutes(5));
    }

    private Measures measures() {
        return jdbi.withHandle(handle -> units.of(handle, List.of()));
    }

    private static OrderSettings allowing(String percent) {
        return new SmallRyeConfigBuilder()
                .withMapping(OrderSettings.class)
                .withDefaultValue("interlock.orders.over-delivery-percent", percent)
                .withDefaultValue("interlock.orders.clock-tolerance", "PT5M")
                .build()
                .getConfigMapping(OrderSettings.class);
    }

    private static Report report(String yield) {
        return new Report(
                10,
                new BigDecimal(yield),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                null,
                true,
                Instant.EPOCH,
                Instant.EPOCH,
                "M-1");
    }

    private static BigDecimal sum(List<Quantity> quantities, String unit) {
        return quantities.stream()
                .filter(quantity -> quantity.unit().equals(unit))
                .map(Quantity::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static ProductionOrder order(int quantity, int made, int screws, BigDecimal grease) {
        return new ProductionOrder(
                "1",
                "STANDARD",
                "1000",
                "GB",
                "A",
                pieces(quantity),
                pieces(0),
                pieces(0),
                DAY,
                DAY,
                Lifecycle.RELEASED,
                List.of(),
                List.of(component(10, pieces(screws)), component(20, new Quantity(grease, "KGM"))),
                List.of(
                        new Operation(
                                10,
                                "WC",
                                "Grind",
                                DAY,
                                DAY,
                                Duration.ZERO,
                                Duration.ZERO,
                                false,
                                OperationStatus.RELEASED,
                                pieces(made),
                                pieces(0))),
                null,
                null,
                null,
                null,
                Instant.EPOCH,
                1);
    }

    private static Component component(int position, Quantity quantity) {
        return new Component(
                position,
                "C" + position,
                quantity,
                null,
                DAY,
                null,
                List.of(),
                null,
                pieces(0),
                true,
                List.of());
    }

    private static Quantity pieces(int quantity) {
        return new Quantity(BigDecimal.valueOf(quantity), "EA");
    }
}
