package dev.interlock.system.acknowledgement.reference;

import dev.interlock.platform.paging.Cursor;
import dev.interlock.platform.paging.Page;
import dev.interlock.system.access.Sight;
import dev.interlock.system.acknowledgement.Acknowledgement;
import dev.interlock.system.acknowledgement.AcknowledgementQuery;
import dev.interlock.system.acknowledgement.ChangeDecisions.ChangeDecision;
import dev.interlock.system.acknowledgement.ChangeDecisions.Decision;
import dev.interlock.system.master.Ids;
import dev.interlock.system.purchase.PurchaseOrder;
import dev.interlock.system.sql.RowJson;
import dev.interlock.system.sql.TextArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/// Acknowledgements with their lines. Written under the lock of their order.
@ApplicationScoped
class AcknowledgementTable {
    private static final String SELECT =
            """
            SELECT a.acknowledgement_id, a.order_number, a.responded_at, a.version,
                   (SELECT json_agg(json_build_object('line', l.line, 'response', l.response,
                               'quantity', CASE WHEN l.quantity IS NOT NULL THEN quantity_json(l.quantity, l.unit) END,
                               'deliveryOn', l.delivery_on, 'reason', l.reason,
                               'state', CASE WHEN l.state = 'AWAITING_DECISION' AND o.status IN ('CLOSED', 'CANCELLED')
                                             THEN 'LAPSED' ELSE l.state END,
                               'decidedAt', l.decided_at, 'decisionReason', l.decision_reason) ORDER BY l.line)
                      FROM acknowledgement_line l WHERE l.acknowledgement_id = a.acknowledgement_id) AS lines
              FROM acknowledgement a JOIN purchase_order o USING (order_number)
             WHERE a.order_number = :orderNumber
               AND (CAST(:plants AS text[]) IS NULL OR o.plant = ANY (:plants))
               AND (CAST(:supplier AS text) IS NULL OR a.supplier_id = :supplier)
            """;

    private static final String FIND = SELECT + " AND a.acknowledgement_id = :id";

    private static final String LIST =
            SELECT
                    + " AND a.acknowledgement_id > :after ORDER BY a.acknowledgement_id LIMIT"
                    + " :limit";

    private static final String INSERT =
            """
            INSERT INTO acknowledgement (order_number, supplier_id, responded_by) VALUES (:orderNumber, :supplierId, :by)
            RETURNING acknowledgement_id
            """;

    private static final String INSERT_LINE =
            """
            INSERT INTO acknowledgement_line (acknowledgement_id, order_number, line, supplier_id, response, quantity, unit, base_quantity,
                   delivery_on, reason, state)
            VALUES (:id, :orderNumber, :line, :supplierId, :response, :quantity, :unit, :base, :on, :reason, :state)
            """;

    private static final String DECIDE =
            """
            WITH raised AS (UPDATE acknowledgement SET version = version + 1 WHERE acknowledgement_id = :id AND :first)
            UPDATE acknowledgement_line
               SET state = :state, decided_by = :by, decided_at = clock_timestamp(), decision_reason = :reason
             WHERE acknowledgement_id = :id AND line = :line AND state = 'AWAITING_DECISION'
            RETURNING base_quantity
            """;

    Optional<Acknowledgement> find(Handle handle, String orderNumber, String id, Sight sight) {
        return handle.createQuery(FIND)
                .bind("orderNumber", orderNumber)
                .bind("id", Ids.number("acknowledgement", id))
                .bind("plants", TextArray.restricting(sight.plants()))
                .bind("supplier", sight.supplierId())
                .map(AcknowledgementTable::acknowledgement)
                .findOne();
    }

    Page<Acknowledgement> list(
            Handle handle, String orderNumber, AcknowledgementQuery query, Sight sight) {
        Cursor.parts(query.cursor(), 1);
        var rows =
                handle.createQuery(LIST)
                        .bind("orderNumber", orderNumber)
                        .bind("after", query.cursor() == null ? 0 : query.cursor().number(0))
                        .bind("plants", TextArray.restricting(sight.plants()))
                        .bind("supplier", sight.supplierId())
                        .bind("limit", query.limit().plusOne())
                        .map(AcknowledgementTable::acknowledgement)
                        .list();
        return Page.of(rows, query.limit(), row -> Cursor.of(row.acknowledgementId()));
    }

    String insert(Handle handle, PurchaseOrder order, String by) {
        return handle.createQuery(INSERT)
                .bind("orderNumber", order.orderNumber())
                .bind("supplierId", order.supplierId())
                .bind("by", by)
                .mapTo(String.class)
                .one();
    }

    void insertLine(Handle handle, String id, PurchaseOrder order, Answer answer) {
        var delivers = answer instanceof Delivery some ? some : null;
        handle.createUpdate(INSERT_LINE)
                .bind("id", Ids.number("acknowledgement", id))
                .bind("orderNumber", order.orderNumber())
                .bind("supplierId", order.supplierId())
                .bind("line", answer.line())
                .bind("response", answer.response())
                .bind("quantity", delivers == null ? null : delivers.quantity().value())
                .bind("unit", delivers == null ? null : delivers.quantity().unit())
                .bind("base", delivers == null ? null : delivers.base())
                .bind("on", delivers == null ? null : delivers.on())
                .bind("reason", answer.reason())
                .bind("state", answer.state())
                .execute();
    }

    /// What was decided about, in the item's base unit. The first decision of a request raises the
    /// version.
    BigDecimal decide(Handle handle, String id, ChangeDecision decision, boolean first, String by) {
        return handle.createQuery(DECIDE)
                .bind("id", Ids.number("acknowledgement", id))
                .bind("line", decision.line())
                .bind(
                        "state",
                        decision.decision() == Decision.ACCEPT
                                ? Acknowledgement.State.CHANGE_ACCEPTED
                                : Acknowledgement.State.CHANGE_REFUSED)
                .bind("first", first)
                .bind("by", by)
                .bind("reason", decision.reason())
                .mapTo(BigDecimal.class)
                .one();
    }

    private static Acknowledgement acknowledgement(ResultSet row, StatementContext context)
            throws SQLException {
        return new Acknowledgement(
                row.getString("acknowledgement_id"),
                row.getString("order_number"),
                RowJson.list(row, "lines", Acknowledgement.Line.class),
                row.getTimestamp("responded_at").toInstant(),
                row.getLong("version"));
    }
}
