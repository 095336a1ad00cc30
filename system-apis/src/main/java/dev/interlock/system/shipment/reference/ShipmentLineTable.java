package dev.interlock.system.shipment.reference;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.system.purchase.PurchaseOrder;
import dev.interlock.system.shipment.ShipmentDraft;
import dev.interlock.system.sql.TextArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Lines of shipments, and the serials that are on their way or there.
@ApplicationScoped
class ShipmentLineTable {
    private static final String INSERT =
            """
            INSERT INTO shipment_line (shipment_id, position, order_number, line, supplier_id, item_id, quantity, unit, base_quantity, lot,
                   serials)
            VALUES (:shipmentId, :position, :orderNumber, :line, :supplierId, :itemId, :value, :unit, :base, :lot, :serials)
            """;

    private static final String TAKE_SERIALS =
            """
            INSERT INTO shipped_serial (supplier_id, item_id, serial, shipment_id)
            SELECT :supplierId, :itemId, serial, :shipmentId FROM unnest(:serials) AS s (serial) ORDER BY serial
            ON CONFLICT DO NOTHING
            """;

    private static final String FREE_SERIALS =
            "DELETE FROM shipped_serial WHERE shipment_id = :shipmentId";

    private static final String SHIPPED_SERIALS =
            """
            SELECT serial FROM shipped_serial
             WHERE supplier_id = :supplierId AND item_id = :itemId AND serial = ANY (:serials)
            """;

    private static final String LINES =
            """
            SELECT position, line, item_id, quantity, unit, base_quantity, lot
              FROM shipment_line WHERE shipment_id = :shipmentId ORDER BY position
            """;

    private static final String RECEIVE =
            """
            UPDATE shipment_line SET received = :value, received_unit = :unit, received_lot = :lot
             WHERE shipment_id = :shipmentId AND position = :position
            """;

    /// A line as it was announced; `base` is in the item's base unit.
    record Announced(
            int position,
            int line,
            String itemId,
            Quantity quantity,
            BigDecimal base,
            @Nullable String lot) {}

    /// False when one of its serials has been taken meanwhile.
    boolean insert(
            Handle handle,
            String shipmentId,
            int position,
            PurchaseOrder order,
            String itemId,
            ShipmentDraft.Line line,
            BigDecimal base) {
        handle.createUpdate(INSERT)
                .bind("shipmentId", shipmentId)
                .bind("position", position)
                .bind("orderNumber", order.orderNumber())
                .bind("line", line.line())
                .bind("supplierId", order.supplierId())
                .bind("itemId", itemId)
                .bind("value", line.quantity().value())
                .bind("unit", line.quantity().unit())
                .bind("base", base)
                .bind("lot", line.lot())
                .bind("serials", TextArray.of(serials(line)))
                .execute();
        return handle.createUpdate(TAKE_SERIALS)
                        .bind("supplierId", order.supplierId())
                        .bind("itemId", itemId)
                        .bind("shipmentId", shipmentId)
                        .bind("serials", TextArray.of(serials(line)))
                        .execute()
                == serials(line).size();
    }

    /// Which of the serials the supplier has shipped before.
    Set<String> shipped(Handle handle, String supplierId, String itemId, List<String> serials) {
        return Set.copyOf(
                handle.createQuery(SHIPPED_SERIALS)
                        .bind("supplierId", supplierId)
                        .bind("itemId", itemId)
                        .bind("serials", TextArray.of(serials))
                        .mapTo(String.class)
                        .list());
    }

    void freeSerials(Handle handle, String shipmentId) {
        handle.createUpdate(FREE_SERIALS).bind("shipmentId", shipmentId).execute();
    }

    List<Announced> lines(Handle handle, String shipmentId) {
        return handle.createQuery(LINES)
                .bind("shipmentId", shipmentId)
                .map((row, _) ->
                        new Announced(
                                row.getInt("position"),
                                row.getInt("line"),
                                row.getString("item_id"),
                                new Quantity(row.getBigDecimal("quantity"), row.getString("unit")),
                                row.getBigDecimal("base_quantity"),
                                row.getString("lot")))
                .list();
    }

    void receive(
            Handle handle,
            String shipmentId,
            int position,
            Quantity quantity,
            @Nullable String lot) {
        handle.createUpdate(RECEIVE)
                .bind("shipmentId", shipmentId)
                .bind("position", position)
                .bind("value", quantity.value())
                .bind("unit", quantity.unit())
                .bind("lot", lot)
                .execute();
    }

    private static List<String> serials(ShipmentDraft.Line line) {
        return line.serials() == null ? List.of() : line.serials();
    }
}
