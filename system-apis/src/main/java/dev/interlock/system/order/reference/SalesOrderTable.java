package dev.interlock.system.order.reference;

import dev.interlock.system.event.EventType;
import dev.interlock.system.master.MasterKind;
import dev.interlock.system.master.MasterTable;
import dev.interlock.system.master.Source;
import dev.interlock.system.master.Sources;
import dev.interlock.system.order.SalesOrder;
import dev.interlock.system.sql.RowJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Sales orders.
@ApplicationScoped
class SalesOrderTable implements MasterTable<String, SalesOrder.Draft, SalesOrder> {
    private static final MasterKind KIND =
            new MasterKind("sales-order", EventType.ERP_SALES_ORDER_CHANGED);

    private static final String FIND =
            "SELECT sales_order_number, customer, status, version, %s AS sources FROM sales_order o WHERE sales_order_number = :number"
                    .formatted(Sources.column("sales-order", "o.sales_order_number"));

    private static final String INSERT =
            "INSERT INTO sales_order (sales_order_number, customer, status) VALUES (:number,"
                    + " :customer, :status)";

    private static final String UPDATE =
            """
            UPDATE sales_order SET customer = :customer, status = :status, version = version + 1
             WHERE sales_order_number = :number
            """;

    @Override
    public MasterKind kind() {
        return KIND;
    }

    @Override
    public String id(String number) {
        return number;
    }

    @Override
    public Optional<SalesOrder> find(Handle handle, String number) {
        return handle.createQuery(FIND)
                .bind("number", number)
                .map((row, context) ->
                        new SalesOrder(
                                row.getString("sales_order_number"),
                                row.getString("customer"),
                                SalesOrder.Status.valueOf(row.getString("status")),
                                row.getLong("version"),
                                RowJson.list(row, "sources", Source.class)))
                .findOne();
    }

    @Override
    public SalesOrder.Draft draftOf(SalesOrder standing) {
        return new SalesOrder.Draft(standing.customer(), standing.status());
    }

    @Override
    public void insert(Handle handle, String number, SalesOrder.Draft draft) {
        handle.createUpdate(INSERT).bind("number", number).bindMethods(draft).execute();
    }

    @Override
    public void update(Handle handle, String number, SalesOrder.Draft draft) {
        handle.createUpdate(UPDATE).bind("number", number).bindMethods(draft).execute();
    }
}
