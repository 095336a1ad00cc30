package dev.interlock.system.confirmation.reference;

import dev.interlock.platform.paging.Cursor;
import dev.interlock.platform.paging.Page;
import dev.interlock.system.confirmation.Confirmation;
import dev.interlock.system.confirmation.ConfirmationQuery;
import dev.interlock.system.inventory.Movement;
import dev.interlock.system.master.Ids;
import dev.interlock.system.sql.TextArray;
import dev.interlock.system.unit.Exact;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/// Confirmations: only ever added to, each external number once for an order.
@ApplicationScoped
class ConfirmationTable {
    private static final String SELECT =
            """
            SELECT c.confirmation_id, c.order_number, c.operation, c.yield, c.scrap, c.rework, c.reason_code, c.final, c.started_at,
                   c.ended_at, c.movements::text[] AS movements, c.external_id, o.unit
              FROM production_order_confirmation c JOIN production_order o USING (order_number)
             WHERE c.order_number = :orderNumber
            """;

    private static final String FIND = SELECT + " AND c.confirmation_id = :confirmationId";

    private static final String STANDING = SELECT + " AND c.external_id = :externalId";

    private static final String LIST =
            SELECT
                    + """
                       AND (CAST(:operation AS integer) IS NULL OR c.operation = :operation)
                       AND (CAST(:before AS bigint) IS NULL OR c.confirmation_id < :before)
                     ORDER BY c.confirmation_id DESC LIMIT :limit
                    """;

    private static final String INSERT =
            """
            INSERT INTO production_order_confirmation (order_number, operation, yield, scrap, rework, reason_code, final, started_at,
                   ended_at, external_id, movements, confirmed_by)
            VALUES (:orderNumber, :operation, :yield, :scrap, :rework, :reasonCode, :last, :startedAt, :endedAt, :externalId,
                    CAST(CAST(:movements AS text[]) AS bigint[]), :by)
            RETURNING confirmation_id
            """;

    private static final String NOW = "SELECT clock_timestamp()";

    Optional<Confirmation> find(Handle handle, String orderNumber, String confirmationId) {
        return handle.createQuery(FIND)
                .bind("orderNumber", orderNumber)
                .bind("confirmationId", Ids.number("confirmation", confirmationId))
                .map(ConfirmationTable::confirmation)
                .findOne();
    }

    Optional<Confirmation> standing(Handle handle, String orderNumber, String externalId) {
        return handle.createQuery(STANDING)
                .bind("orderNumber", orderNumber)
                .bind("externalId", externalId)
                .map(ConfirmationTable::confirmation)
                .findOne();
    }

    Page<Confirmation> list(Handle handle, String orderNumber, ConfirmationQuery query) {
        Cursor.parts(query.cursor(), 1);
        var rows =
                handle.createQuery(LIST)
                        .bind("orderNumber", orderNumber)
                        .bind("operation", query.operation())
                        .bind("before", query.cursor() == null ? null : query.cursor().number(0))
                        .bind("limit", query.limit().plusOne())
                        .map(ConfirmationTable::confirmation)
                        .list();
        return Page.of(
                rows, query.limit(), confirmation -> Cursor.of(confirmation.confirmationId()));
    }

    Confirmation insert(
            Handle handle, String orderNumber, Report report, List<Movement> movements, String by) {
        var id =
                handle.createQuery(INSERT)
                        .bind("orderNumber", orderNumber)
                        .bind("operation", report.operation())
                        .bind("yield", report.yield())
                        .bind("scrap", report.scrap())
                        .bind("rework", report.rework())
                        .bind("reasonCode", report.reasonCode())
                        .bind("last", report.last())
                        .bind("startedAt", report.startedAt())
                        .bind("endedAt", report.endedAt())
                        .bind("externalId", report.externalId())
                        .bind(
                                "movements",
                                TextArray.of(movements.stream().map(Movement::movementId).toList()))
                        .bind("by", by)
                        .mapTo(String.class)
                        .one();
        return find(handle, orderNumber, id).orElseThrow();
    }

    Instant now(Handle handle) {
        return handle.createQuery(NOW).mapTo(Instant.class).one();
    }

    private static Confirmation confirmation(ResultSet row, StatementContext context)
            throws SQLException {
        var unit = row.getString("unit");
        return new Confirmation(
                row.getString("confirmation_id"),
                row.getString("order_number"),
                row.getInt("operation"),
                Exact.of(row.getBigDecimal("yield"), unit),
                Exact.of(row.getBigDecimal("scrap"), unit),
                Exact.of(row.getBigDecimal("rework"), unit),
                row.getString("reason_code"),
                row.getBoolean("final"),
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("ended_at").toInstant(),
                Stream.of((String[]) row.getArray("movements").getArray()).toList(),
                row.getString("external_id"));
    }
}
