package dev.interlock.process.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.RowMapperFactory;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.StatementContext;

/// Rows as records: which column is which part of the record is found out once for each statement,
/// not each time it is executed.
public final class FittedMapper<T> implements RowMapper<T> {
    private final RowMapper<T> mapper;
    private final Map<String, RowMapper<T>> byStatement = new ConcurrentHashMap<>();

    public FittedMapper(Class<T> type) {
        this.mapper = ConstructorMapper.of(type);
    }

    public static <T> RowMapperFactory of(Class<T> type) {
        return RowMapperFactory.of(type, new FittedMapper<>(type));
    }

    @Override
    public T map(ResultSet row, StatementContext context) throws SQLException {
        return specialize(row, context).map(row, context);
    }

    @Override
    public RowMapper<T> specialize(ResultSet rows, StatementContext context) throws SQLException {
        var statement = context.getParsedSql().getSql();
        var known = byStatement.get(statement);
        if (known != null) {
            return known;
        }
        var fitted = mapper.specialize(rows, context);
        byStatement.put(statement, fitted);
        return fitted;
    }
}
