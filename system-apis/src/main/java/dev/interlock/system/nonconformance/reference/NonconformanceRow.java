package dev.interlock.system.nonconformance.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.interlock.platform.json.TolerantJson;
import dev.interlock.platform.quantity.Quantity;
import dev.interlock.system.nonconformance.Disposition;
import dev.interlock.system.nonconformance.Nonconformance;
import dev.interlock.system.nonconformance.Severity;
import dev.interlock.system.nonconformance.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// A row of the table as the record that goes out.
class NonconformanceRow implements RowMapper<Nonconformance> {
    @Override
    public Nonconformance map(ResultSet row, StatementContext context) throws SQLException {
        return new Nonconformance(
                row.getString("nonconformance_id"),
                row.getString("item_id"),
                row.getString("revision"),
                row.getString("lot"),
                List.of((String[]) row.getArray("serials").getArray()),
                row.getString("plant"),
                row.getString("order_number"),
                row.getObject("operation", Integer.class),
                row.getString("supplier_id"),
                row.getString("defect_code"),
                new Quantity(row.getBigDecimal("quantity"), row.getString("unit")),
                Severity.valueOf(row.getString("severity")),
                row.getString("description"),
                Status.valueOf(row.getString("status")),
                read(row.getString("disposition"), Disposition.class),
                List.of(required(row.getString("evidence"), String[].class)),
                row.getString("raised_by"),
                row.getObject("raised_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
    }

    private static <T> T required(String json, Class<T> type) {
        try {
            return TolerantJson.mapper().readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a column that is not the JSON we wrote", e);
        }
    }

    private static <T> @Nullable T read(@Nullable String json, Class<T> type) {
        return json == null ? null : required(json, type);
    }
}
