package dev.interlock.system.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.Set;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// A `text[]`: a parameter, or a column. None is one of this type, too: a statement with a
/// parameter of no type makes the driver wait for the server once more at each use.
public final class TextArray implements Argument {
    private final String @Nullable [] values;

    private TextArray(String @Nullable [] values) {
        this.values = values;
    }

    public static TextArray of(Collection<String> values) {
        return new TextArray(values.toArray(String[]::new));
    }

    /// Null in SQL when there is nothing: "no restriction" in a filter.
    public static TextArray restricting(Collection<String> values) {
        return new TextArray(values.isEmpty() ? null : values.toArray(String[]::new));
    }

    /// A `text[]` column.
    public static Set<String> set(ResultSet row, String column) throws SQLException {
        return Set.of((String[]) row.getArray(column).getArray());
    }

    @Override
    public void apply(int position, PreparedStatement statement, StatementContext context)
            throws SQLException {
        if (values == null) {
            statement.setNull(position, Types.ARRAY, "_text");
        } else {
            statement.setArray(position, statement.getConnection().createArrayOf("text", values));
        }
    }
}
