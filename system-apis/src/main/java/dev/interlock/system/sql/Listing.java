package dev.interlock.system.sql;

import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// A list that can be asked for in many ways is planned for just what is asked. Every other
/// statement of the tier is planned once a connection: its values are keys, and planning it anew
/// takes longer than doing it.
public final class Listing {
    private Listing() {}

    public static <T> T of(Jdbi jdbi, Function<Handle, T> list) {
        return jdbi.inTransaction(handle -> {
            handle.execute("SET LOCAL plan_cache_mode = force_custom_plan");
            return list.apply(handle);
        });
    }
}
