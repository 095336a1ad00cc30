package dev.interlock.process.run;

import dev.interlock.process.sql.FittedMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.Types;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/// Visible SQL over the pool of this tier.
class Database {
    /// Known once: what is told to a handle is worked out again for each handle.
    private static final List<Class<?>> ROWS =
            List.of(Run.class, Step.class, Attempt.class, ExceptionItem.class, AuditEntry.class);

    @Produces
    @Singleton
    Jdbi jdbi(AgroalDataSource pool) {
        var jdbi =
                Jdbi.create(pool)
                        .registerArgument(new Durations())
                        .registerArrayType(String.class, "text")
                        .registerArrayType(Integer.class, "integer");
        ROWS.forEach(row -> jdbi.registerRowMapper(FittedMapper.of(row)));
        return jdbi;
    }

    /// A duration as PostgreSQL reads an interval: `PT20S`.
    private static class Durations extends AbstractArgumentFactory<Duration> {
        Durations() {
            super(Types.VARCHAR);
        }

        @Override
        protected Argument build(Duration value, ConfigRegistry config) {
            return (position, statement, _) -> statement.setString(position, value.toString());
        }
    }
}
