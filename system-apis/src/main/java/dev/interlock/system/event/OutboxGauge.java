package dev.interlock.system.event;

import dev.interlock.platform.event.OutboxLag;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Measures how far this tier's feed is behind what is written.
@ApplicationScoped
class OutboxGauge {
    private final OutboxLag lag;

    OutboxGauge(AgroalDataSource database, MeterRegistry registry) {
        this.lag = new OutboxLag(database, registry);
    }

    void start(@Observes StartupEvent started) {
        lag.start();
    }

    void stop(@Observes ShutdownEvent stopped) {
        lag.close();
    }
}
