package dev.interlock.system.order.reference;

import dev.interlock.platform.etag.IfMatch;
import dev.interlock.system.access.Sight;
import dev.interlock.system.effect.LocalWrite;
import dev.interlock.system.master.MasterPut;
import dev.interlock.system.order.SalesOrder;
import dev.interlock.system.order.SalesOrders;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Sales orders of the embedded reference ERP. A supplier sees none.
@ApplicationScoped
@Identifier("reference")
class ReferenceSalesOrders implements SalesOrders {
    private final Jdbi jdbi;
    private final SalesOrderTable table;
    private final MasterPut put;

    ReferenceSalesOrders(Jdbi jdbi, SalesOrderTable table, MasterPut put) {
        this.jdbi = jdbi;
        this.table = table;
        this.put = put;
    }

    @Override
    public Optional<SalesOrder> salesOrder(String salesOrderNumber, Sight sight) {
        return sight.isSupplier()
                ? Optional.empty()
                : jdbi.withHandle(handle -> table.find(handle, salesOrderNumber));
    }

    @Override
    public LocalWrite put(
            String salesOrderNumber, SalesOrder.Draft draft, @Nullable IfMatch ifMatch) {
        return handle -> put.put(handle, table, salesOrderNumber, draft, ifMatch);
    }
}
