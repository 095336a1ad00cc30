package dev.interlock.system.order.reference;

import dev.interlock.platform.etag.IfMatch;
import dev.interlock.platform.paging.Page;
import dev.interlock.system.access.Sight;
import dev.interlock.system.effect.Done;
import dev.interlock.system.effect.LocalWrite;
import dev.interlock.system.order.OrderCommand;
import dev.interlock.system.order.ProductionOrder;
import dev.interlock.system.order.ProductionOrderDraft;
import dev.interlock.system.order.ProductionOrderQuery;
import dev.interlock.system.order.ProductionOrders;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Production orders of the embedded reference ERP.
@ApplicationScoped
@Identifier("reference")
class ReferenceProductionOrders implements ProductionOrders {
    private final Jdbi jdbi;
    private final OrderTable orders;
    private final OrderCreation creation;
    private final OrderCommands commands;

    ReferenceProductionOrders(
            Jdbi jdbi, OrderTable orders, OrderCreation creation, OrderCommands commands) {
        this.jdbi = jdbi;
        this.orders = orders;
        this.creation = creation;
        this.commands = commands;
    }

    @Override
    public Optional<ProductionOrder> order(String orderNumber, Sight sight) {
        return jdbi.withHandle(handle -> orders.find(handle, orderNumber, sight));
    }

    @Override
    public Page<ProductionOrder> orders(ProductionOrderQuery query, Sight sight) {
        return jdbi.withHandle(handle -> orders.list(handle, query, sight));
    }

    @Override
    public LocalWrite create(ProductionOrderDraft draft, Sight sight) {
        return handle -> {
            var created = creation.create(handle, draft, sight);
            return Done.created(
                    "/system/v1/production-orders/" + created.orderNumber(),
                    created,
                    created.version());
        };
    }

    @Override
    public LocalWrite perform(
            String orderNumber, OrderCommand command, @Nullable IfMatch ifMatch, Sight sight) {
        return handle -> {
            var order = commands.perform(handle, orderNumber, command, ifMatch, sight);
            return Done.ok(order, order.version());
        };
    }
}
