package dev.interlock.platform.problem;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells a database that is away or overloaded (try again) from a statement that is wrong (a bug).
public final class DatabaseTrouble {
    /// SQLSTATE classes: connection, resources, operator intervention, transaction rollback; no
    /// state: the pool gave up.
    private static final Set<String> PASSING = Set.of("08", "53", "57", "40", "58");

    /// A lock that was not given in time, a transaction that the server ended because its owner had
    /// stopped.
    private static final Set<String> PASSING_STATES = Set.of("55P03", "25P03");

    private DatabaseTrouble() {}

    public static boolean isBehind(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                var state = sql.getSQLState();
                return state == null
                        || PASSING_STATES.contains(state)
                        || PASSING.contains(state.substring(0, Math.min(2, state.length())));
            }
        }
        return false;
    }

    /// Serialization failure or deadlock: the same transaction may succeed when run again at once.
    public static boolean isWorthRepeating(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return "40001".equals(sql.getSQLState()) || "40P01".equals(sql.getSQLState());
            }
        }
        return false;
    }
}
