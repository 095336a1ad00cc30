package dev.interlock.system.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interlock.platform.json.StrictJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/// Reads what a row holds as JSON: lists that a statement has gathered, members that a caller has
/// named.
public final class RowJson {
    private static final ObjectMapper MAPPER = StrictJson.mapper();

    private RowJson() {}

    /// Empty when the column is null: `json_agg` over no rows.
    public static <T> List<T> list(ResultSet row, String column, Class<T> type)
            throws SQLException {
        var json = row.getString(column);
        return json == null
                ? List.of()
                : read(json, () -> MAPPER.readerForListOf(type).readValue(json));
    }

    public static Map<String, Object> map(ResultSet row, String column) throws SQLException {
        var json = row.getString(column);
        return read(json, () -> MAPPER.readerForMapOf(Object.class).readValue(json));
    }

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of ours cannot be written as JSON", e);
        }
    }

    private static <T> T read(String json, Reading<T> reading) {
        try {
            return reading.read();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "the database holds JSON that we cannot read: " + json, e);
        }
    }

    private interface Reading<T> {
        T read() throws JsonProcessingException;
    }
}
