package dev.interlock.system.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// A `text[]` parameter.
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

    @Override
    public void apply(int position, PreparedStatement statement, StatementContext context)
            throws SQLException {
        if (values == null) {
            statement.setNull(position, Types.ARRAY);
        } else {
            statement.setArray(position, statement.getConnection().createArrayOf("text", values));
        }
    }
}
