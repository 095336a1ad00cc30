package dev.interlock.system.vendor;

import dev.interlock.platform.problem.GatewayException.Rejected;
import dev.interlock.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Which plant an order's counterpart in another system belongs to.
@ApplicationScoped
public class Routes {
    private final Jdbi jdbi;

    Routes(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// The system on the other side.
    public enum Kind {
        JOB_ORDER("job_order_route"),
        STAGING("staging_route");

        private final String table;

        Kind(String table) {
            this.table = table;
        }
    }

    public Optional<String> plant(Kind kind, String orderNumber) {
        return jdbi.withHandle(handle -> plant(handle, kind, orderNumber));
    }

    /// An order has one plant for good.
    public void keep(Handle handle, Kind kind, String orderNumber, String plant) {
        var isNew =
                handle.createUpdate(
                                        "INSERT INTO %s (order_number, plant) VALUES (:order, :plant) ON CONFLICT DO NOTHING"
                                                .formatted(kind.table))
                                .bind("order", orderNumber)
                                .bind("plant", plant)
                                .execute()
                        == 1;
        var standing = isNew ? plant : plant(handle, kind, orderNumber).orElse(plant);
        if (!standing.equals(plant)) {
            throw new Rejected(
                    ProblemType.CONFLICT,
                    "Order %s was given to plant %s before.".formatted(orderNumber, standing));
        }
    }

    private static Optional<String> plant(Handle handle, Kind kind, String orderNumber) {
        return handle.createQuery(
                        "SELECT plant FROM %s WHERE order_number = :order".formatted(kind.table))
                .bind("order", orderNumber)
                .mapTo(String.class)
                .findOne();
    }
}
