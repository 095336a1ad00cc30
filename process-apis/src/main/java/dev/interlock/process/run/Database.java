package dev.interlock.process.run;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.Types;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/// Visible SQL over the pool of this tier.
class Database {
    @Produces
    @Singleton
    Jdbi jdbi(AgroalDataSource pool) {
        return Jdbi.create(pool)
                .registerArgument(new Durations())
                .registerArrayType(String.class, "text");
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
