package dev.interlock.system.order.reference;

import dev.interlock.system.order.Lifecycle;
import dev.interlock.system.order.ProductionOrder;
import dev.interlock.system.order.ProductionOrder.Component;
import dev.interlock.system.order.ProductionOrder.Flag;
import dev.interlock.system.order.ProductionOrder.Operation;
import dev.interlock.system.sql.RowJson;
import dev.interlock.system.unit.Exact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.statement.StatementContext;

/// A production order as one statement reads it. What can be told from elsewhere is not stored:
/// whether its material is reserved, whether a lot or a settlement rule is missing.
final class OrderRow {
    static final String SELECT =
            """
            SELECT o.order_number, o.order_type, o.plant, o.item_id, o.revision, o.quantity, o.unit, o.yielded, o.scrapped,
                   o.planned_start, o.planned_end, o.lifecycle, o.flags, o.lock_reason, o.sales_order_number, o.settlement_rule,
                   o.parent_order_number, o.created_at, o.version, r.reservation_id IS NOT NULL AS committed, o.availability,
                   o.settlement_rule IS NULL
                       AND (SELECT t.needs_settlement_rule FROM order_type t WHERE t.order_type IN (o.order_type, '*')
                             ORDER BY t.order_type = '*' LIMIT 1) AS cost_error,
                   EXISTS (SELECT FROM production_order_component c JOIN item i USING (item_id)
                            WHERE c.order_number = o.order_number AND i.batch_managed
                              AND c.quantity > coalesce((SELECT sum(l.quantity) FROM production_order_lot l
                                    WHERE l.order_number = c.order_number AND l.position = c.position), 0)) AS lot_missing,
                   (SELECT json_agg(json_build_object('position', c.position, 'itemId', c.item_id,
                               'quantity', quantity_json(c.quantity, i.base_unit), 'operation', c.operation,
                               'requiredOn', c.required_on, 'supplyLocation', c.supply_location,
                               'lots', (SELECT coalesce(json_agg(json_build_object('lot', l.lot,
                                            'quantity', quantity_json(l.quantity, i.base_unit)) ORDER BY l.lot), '[]')
                                          FROM production_order_lot l
                                         WHERE l.order_number = c.order_number AND l.position = c.position),
                               'reservationId', r.reservation_id::text, 'issued', quantity_json(c.issued, i.base_unit),
                               'backflush', c.backflush, 'phantoms', c.phantoms) ORDER BY c.position)
                      FROM production_order_component c JOIN item i USING (item_id)
                     WHERE c.order_number = o.order_number) AS components,
                   (SELECT json_agg(json_build_object('number', p.number, 'workCenterId', p.work_center_id,
                               'description', p.description, 'plannedStart', p.planned_start, 'plannedEnd', p.planned_end,
                               'setupTime', 'PT' || trim_scale(p.setup_seconds) || 'S',
                               'runTimePerUnit', 'PT' || trim_scale(p.run_seconds) || 'S', 'inspection', p.inspection,
                               'status', p.status, 'yield', quantity_json(p.yield, o.unit),
                               'scrap', quantity_json(p.scrap, o.unit)) ORDER BY p.number)
                      FROM production_order_operation p
                     WHERE p.order_number = o.order_number) AS operations
              FROM production_order o
              LEFT JOIN LATERAL (
                   SELECT reservation_id FROM reservation
                    WHERE reservation.order_number = o.order_number AND status IN ('OPEN', 'CONSUMED')
                    ORDER BY reservation_id DESC LIMIT 1) AS r ON true
            """;

    private OrderRow() {}

    static ProductionOrder order(ResultSet row, StatementContext context) throws SQLException {
        var unit = row.getString("unit");
        return new ProductionOrder(
                row.getString("order_number"),
                row.getString("order_type"),
                row.getString("plant"),
                row.getString("item_id"),
                row.getString("revision"),
                Exact.of(row.getBigDecimal("quantity"), unit),
                Exact.of(row.getBigDecimal("yielded"), unit),
                Exact.of(row.getBigDecimal("scrapped"), unit),
                row.getObject("planned_start", LocalDate.class),
                row.getObject("planned_end", LocalDate.class),
                Lifecycle.valueOf(row.getString("lifecycle")),
                flags(row),
                RowJson.list(row, "components", Component.class),
                RowJson.list(row, "operations", Operation.class),
                row.getString("sales_order_number"),
                row.getString("settlement_rule"),
                row.getString("parent_order_number"),
                row.getString("lock_reason"),
                row.getTimestamp("created_at").toInstant(),
                row.getLong("version"));
    }

    private static List<Flag> flags(ResultSet row) throws SQLException {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        for (var flag : (String[]) row.getArray("flags").getArray()) {
            flags.add(Flag.valueOf(flag));
        }
        flags.addAll(material(row));
        if (row.getBoolean("cost_error")) {
            flags.add(Flag.COST_ERROR);
        }
        if (row.getBoolean("lot_missing")) {
            flags.add(Flag.BATCH_NOT_ASSIGNED);
        }
        return List.copyOf(flags);
    }

    /// Nothing is to be said of material that was looked for and found, and not reserved.
    private static Set<Flag> material(ResultSet row) throws SQLException {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        var committed = row.getBoolean("committed");
        var availability = row.getString("availability");
        if (committed) {
            flags.add(Flag.MATERIAL_COMMITTED);
        }
        if ("SHORT".equals(availability)) {
            flags.add(Flag.MATERIAL_SHORTAGE);
        } else if (availability == null && !committed) {
            flags.add(Flag.AVAILABILITY_NOT_CHECKED);
        }
        return flags;
    }
}
