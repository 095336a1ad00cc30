package dev.interlock.system.confirmation.reference;

import dev.interlock.platform.paging.Page;
import dev.interlock.platform.problem.GatewayException.NotFound;
import dev.interlock.system.access.OnBehalf;
import dev.interlock.system.access.Sight;
import dev.interlock.system.confirmation.Confirmation;
import dev.interlock.system.confirmation.ConfirmationDraft;
import dev.interlock.system.confirmation.ConfirmationQuery;
import dev.interlock.system.confirmation.Confirmations;
import dev.interlock.system.effect.Done;
import dev.interlock.system.effect.LocalWrite;
import dev.interlock.system.hold.HoldGate;
import dev.interlock.system.master.Refusal;
import dev.interlock.system.order.OrderProgress;
import dev.interlock.system.order.ProductionOrder;
import dev.interlock.system.unit.Units;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Confirmations in the embedded reference ERP. The order of locks is always the same: holds,
/// order, items.
@ApplicationScoped
@Identifier("reference")
class ReferenceConfirmations implements Confirmations {
    private final Jdbi jdbi;
    private final ConfirmationTable table;
    private final ConfirmationRules rules;
    private final GoodsFlow goods;
    private final ConfirmationFacts facts;
    private final OrderProgress progress;
    private final HoldGate holds;
    private final Units units;
    private final OnBehalf caller;

    ReferenceConfirmations(
            Jdbi jdbi,
            ConfirmationTable table,
            ConfirmationRules rules,
            GoodsFlow goods,
            ConfirmationFacts facts,
            OrderProgress progress,
            HoldGate holds,
            Units units,
            OnBehalf caller) {
        this.jdbi = jdbi;
        this.table = table;
        this.rules = rules;
        this.goods = goods;
        this.facts = facts;
        this.progress = progress;
        this.holds = holds;
        this.units = units;
        this.caller = caller;
    }

    @Override
    public Optional<Page<Confirmation>> confirmations(
            String orderNumber, ConfirmationQuery query, Sight sight) {
        return jdbi.withHandle(handle ->
                progress.find(handle, orderNumber, sight)
                        .map(order -> table.list(handle, orderNumber, query)));
    }

    @Override
    public Optional<Confirmation> confirmation(
            String orderNumber, String confirmationId, Sight sight) {
        return jdbi.withHandle(handle ->
                progress.find(handle, orderNumber, sight)
                        .flatMap(order -> table.find(handle, orderNumber, confirmationId)));
    }

    @Override
    public LocalWrite confirm(String orderNumber, ConfirmationDraft draft, Sight sight) {
        return handle -> {
            holds.pass(handle);
            var order =
                    progress.lock(handle, orderNumber, sight)
                            .orElseThrow(() -> new NotFound("production order", orderNumber));
            var report = rules.inBaseUnits(order, draft, units.of(handle, order.itemId()));
            return table.standing(handle, orderNumber, report.externalId())
                    .map(standing -> again(standing, report))
                    .orElseGet(() -> first(handle, order, report, sight));
        };
    }

    private Done first(Handle handle, ProductionOrder order, Report report, Sight sight) {
        var operation = rules.check(order, report, table.now(handle));
        var counted =
                progress.count(
                        handle,
                        order,
                        new OrderProgress.Result(
                                operation.number(), report.yield(), report.scrap(), report.last()));
        var movements = goods.move(handle, order, operation, report, sight);
        var made = table.insert(handle, order.orderNumber(), report, movements, caller.actor());
        facts.tell(handle, made, counted);
        return Done.created(
                "/system/v1/production-orders/%s/confirmations/%s"
                        .formatted(made.orderNumber(), made.confirmationId()),
                made);
    }

    private static Done again(Confirmation standing, Report report) {
        var refusal = new Refusal();
        refusal.unless(
                Report.of(standing).equals(report),
                "/externalId",
                "external-id-reused",
                "The order has another confirmation under %s.".formatted(report.externalId()));
        refusal.throwIfAny();
        return Done.ok(standing);
    }
}
