package dev.interlock.system.effect;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/// The tier's PostgreSQL as Jdbi sees it.
class Database {
    @Produces
    @Singleton
    @DefaultBean
    Jdbi jdbi(DataSource source) {
        return Jdbi.create(source);
    }
}
