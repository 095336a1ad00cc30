package dev.interlock.system.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/// The conditions of a list, of which only those that were asked for stand in its statement. One
/// that holds "or nothing was asked" for each of them is planned anew for every question.
public final class Conditions {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    public Conditions always(String condition) {
        conditions.add(condition);
        return this;
    }

    /// Where the value is not null; the condition has it as `:name`.
    public Conditions where(String name, @Nullable Object value, String condition) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
        return this;
    }

    /// All of the others.
    public Conditions all(Conditions others) {
        return group(others, " AND ");
    }

    /// One of the others, where there are any.
    public Conditions any(Conditions others) {
        return group(others, " OR ");
    }

    private Conditions group(Conditions others, String between) {
        if (!others.conditions.isEmpty()) {
            conditions.add("(" + String.join(between, others.conditions) + ")");
            values.putAll(others.values);
        }
        return this;
    }

    /// Where there are values; the condition has them as the array `:name`.
    public Conditions among(String name, Collection<String> wanted, String condition) {
        return where(name, wanted.isEmpty() ? null : TextArray.of(wanted), condition);
    }

    /// Where there are values, by their names.
    public Conditions anyOf(String name, Collection<? extends Enum<?>> wanted, String condition) {
        return among(name, wanted.stream().map(Enum::name).toList(), condition);
    }

    /// The statement has them where it says `<where>`.
    public <S extends SqlStatement<S>> S bindTo(S statement) {
        var text = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        return statement.define("where", text).bindMap(values);
    }
}
