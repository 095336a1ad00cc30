package dev.interlock.system.nonconformance;

import dev.interlock.platform.access.Caller;
import dev.interlock.platform.paging.Cursor;
import dev.interlock.platform.paging.Limit;
import dev.interlock.platform.paging.Page;
import dev.interlock.platform.problem.GatewayException.Rejected;
import dev.interlock.platform.problem.ProblemType;
import dev.interlock.system.nonconformance.QualityCore.Filter;
import dev.interlock.system.nonconformance.QualityCore.Numbered;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/// Nonconformances in the order they were raised, as far as the caller may see them.
@ApplicationScoped
class NonconformanceList {
    private final QualityCore core;
    private final Caller caller;

    NonconformanceList(QualityCore core, Caller caller) {
        this.core = core;
        this.caller = caller;
    }

    /// The filter's plants and, for the partner tier, its supplier are the caller's.
    Page<Nonconformance> page(Filter wanted, @Nullable Cursor cursor, Limit limit) {
        Cursor.parts(cursor, 1);
        var filter =
                new Filter(
                        wanted.itemId(),
                        wanted.lot(),
                        wanted.orderNumber(),
                        wanted.match(),
                        caller.isPartnerTier() ? supplier() : wanted.supplierId(),
                        wanted.severity(),
                        wanted.status(),
                        caller.plants());
        var page =
                Page.of(
                        core.list(filter, cursor == null ? 0 : cursor.number(0), limit.plusOne()),
                        limit,
                        row -> Cursor.of(Long.toString(row.number())));
        return new Page<>(
                page.items().stream().map(Numbered::nonconformance).toList(), page.nextCursor());
    }

    private String supplier() {
        return caller.onBehalfOfSupplier()
                .orElseThrow(() ->
                        new Rejected(
                                ProblemType.INSUFFICIENT_SCOPE,
                                "The partner tier must name the supplier it asks for."));
    }
}
