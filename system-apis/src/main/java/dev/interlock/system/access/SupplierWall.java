package dev.interlock.system.access;

import dev.interlock.platform.access.Caller;
import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/// Tells the database on whose behalf each connection is used, so that row-level security holds
/// where a query forgets to ask: a supplier's while the partner tier's request has it, everybody's
/// otherwise. What each connection was told last is known here, so that it is told anew only when
/// somebody else takes it. A connection that was never told sees no supplier's rows at all.
@Singleton
class SupplierWall implements AgroalPoolInterceptor {
    private static final String EVERYBODY = "*";
    private static final String NOBODY = "";
    private static final String SET = "SELECT set_config('interlock.supplier', ?, false)";

    private final Caller caller;
    private final CurrentVertxRequest request;

    /// By the driver's own connection: the pool shows each in another wrapper every time.
    private final Map<Connection, String> told = Collections.synchronizedMap(new WeakHashMap<>());

    SupplierWall(Caller caller, CurrentVertxRequest request) {
        this.caller = caller;
        this.request = request;
    }

    @Override
    public void onConnectionCreate(Connection connection) {
        tell(connection, EVERYBODY);
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        tell(connection, isForPartner() ? caller.onBehalfOfSupplier().orElse(NOBODY) : EVERYBODY);
    }

    private boolean isForPartner() {
        return Arc.container().requestContext().isActive()
                && request.getCurrent() != null
                && caller.isPartnerTier();
    }

    private void tell(Connection connection, String supplier) {
        try {
            var own = connection.unwrap(Connection.class);
            if (!supplier.equals(told.get(own))) {
                told.remove(own);
                set(connection, supplier);
                told.put(own, supplier);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database was not told whom it answers", e);
        }
    }

    private static void set(Connection connection, String supplier) throws SQLException {
        try (var statement = connection.prepareStatement(SET)) {
            statement.setString(1, supplier);
            statement.execute();
        }
    }
}
