package dev.interlock.system.reservation.reference;

import dev.interlock.system.access.Sight;
import dev.interlock.system.master.Refusal;
import dev.interlock.system.reservation.Availabilities;
import dev.interlock.system.reservation.Availability;
import dev.interlock.system.reservation.AvailabilityRequest;
import dev.interlock.system.reservation.AvailableToPromise.Promise;
import dev.interlock.system.reservation.OrderDemands;
import dev.interlock.system.reservation.PromisedLot;
import dev.interlock.system.reservation.reference.StockOutlook.Demand;
import dev.interlock.system.reservation.reference.StockOutlook.Outlook;
import dev.interlock.system.unit.Exact;
import dev.interlock.system.unit.Measures;
import dev.interlock.system.unit.Units;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Availability to promise in the embedded reference ERP: the same arithmetic that reservations are
/// made by.
@ApplicationScoped
@Identifier("reference")
class ReferenceAvailabilities implements Availabilities {
    private static final String PLANT = "SELECT EXISTS (SELECT FROM plant WHERE plant = :plant)";

    private final Jdbi jdbi;
    private final StockOutlook outlook;
    private final Units units;
    private final OrderDemands demands;
    private final LotClaims claims;

    ReferenceAvailabilities(
            Jdbi jdbi, StockOutlook outlook, Units units, OrderDemands demands, LotClaims claims) {
        this.jdbi = jdbi;
        this.outlook = outlook;
        this.units = units;
        this.demands = demands;
        this.claims = claims;
    }

    @Override
    public Availability.Answer check(AvailabilityRequest request, Sight sight) {
        return jdbi.inTransaction(handle -> {
            var lines = asked(handle, request, sight).taken();
            if (request.forOrder() != null) {
                demands.looked(handle, look(request.forOrder(), request.plant(), lines), sight);
            }
            return new Availability.Answer(lines);
        });
    }

    @Override
    public Availability.Prospect look(AvailabilityRequest request, Sight sight) {
        return jdbi.withHandle(handle -> {
            var asked = asked(handle, request, sight);
            var promisedLots = promisedLots(handle, request, asked);
            return new Availability.Prospect(asked.taken(), promisedLots);
        });
    }

    /// Before anything is taken for the order itself.
    private List<PromisedLot> promisedLots(
            Handle handle, AvailabilityRequest request, Asked asked) {
        return request.forOrder() == null
                ? List.of()
                : claims.given(
                        handle,
                        request.forOrder(),
                        request.plant(),
                        asked.items(),
                        item -> asked.now().of(item).promised());
    }

    private static OrderDemands.Look look(String order, String plant, List<Availability> lines) {
        return new OrderDemands.Look(
                order,
                plant,
                lines.stream()
                        .collect(
                                Collectors.toMap(
                                        Availability::itemId,
                                        line -> line.requiredQuantity().value(),
                                        BigDecimal::add)),
                lines.stream().anyMatch(line -> line.shortage().isPositive()));
    }

    /// What is needed and what there is. It is taken once: each line leaves less to the next.
    private record Asked(String plant, List<Demand> demands, Measures measures, Outlook now) {
        List<String> items() {
            return demands.stream().map(Demand::itemId).distinct().toList();
        }

        List<Availability> taken() {
            var promises = now.take(demands);
            var answers = new ArrayList<Availability>();
            for (var i = 0; i < demands.size(); i++) {
                var demand = demands.get(i);
                answers.add(
                        answer(
                                plant,
                                demand,
                                promises.get(i),
                                measures.baseUnit(demand.itemId()),
                                now.inInspection(demand.itemId())));
            }
            return answers;
        }
    }

    private Asked asked(Handle handle, AvailabilityRequest request, Sight sight) {
        var items =
                request.lines().stream().map(AvailabilityRequest.Line::itemId).distinct().toList();
        var measures = units.of(handle, items);
        var demands = demands(handle, request, sight, measures);
        var now = outlook.of(handle, request.plant(), items, request.forOrder());
        return new Asked(request.plant(), demands, measures, now);
    }

    private static Availability answer(
            String plant, Demand demand, Promise promise, String unit, BigDecimal inInspection) {
        return new Availability(
                demand.itemId(),
                plant,
                Exact.of(demand.quantity(), unit),
                demand.on(),
                Exact.of(promise.confirmed(), unit),
                promise.completeOn(),
                Exact.of(demand.quantity().subtract(promise.confirmed()), unit),
                promise.source(),
                Exact.of(inInspection, unit));
    }

    private static List<Demand> demands(
            Handle handle, AvailabilityRequest request, Sight sight, Measures measures) {
        var refusal = new Refusal();
        refusal.unless(
                sight.sees(request.plant())
                        && handle.createQuery(PLANT)
                                .bind("plant", request.plant())
                                .mapTo(Boolean.class)
                                .one(),
                "/plant",
                "unknown-plant",
                "There is no plant %s.".formatted(request.plant()));
        var demands = new ArrayList<Demand>();
        for (var i = 0; i < request.lines().size(); i++) {
            var line = request.lines().get(i);
            var at = "/lines/" + i;
            if (sight.isSupplier() || !measures.knowsItem(line.itemId())) {
                refusal.unknown(at + "/itemId", "item", line.itemId());
                continue;
            }
            refusal.unless(
                    line.quantity().isPositive(),
                    at + "/quantity/value",
                    "positive",
                    "Nothing is needed.");
            var base =
                    measures.toBase(
                            line.itemId(), line.quantity(), at + "/quantity", refusal.violations());
            demands.add(
                    new Demand(
                            line.itemId(),
                            base == null ? BigDecimal.ZERO : base,
                            line.requiredOn()));
        }
        refusal.throwIfAny();
        return demands;
    }
}
