package dev.interlock.benchmark.read;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// The same item as the item API gives it, from the same tables, with nothing around: no token, no
/// rules, no correlation, no framework but the server that Quarkus stands on. A process of its own.
final class BareHandler {
    private static final String FIND =
            """
            SELECT i.item_id, i.description, i.type, i.base_unit, i.make_or_buy, i.usage_status, i.batch_managed, i.serial_managed,
                   i.version, effective_revision(i.item_id, item_day(i.item_id)) AS current_revision,
                   (SELECT json_agg(json_strip_nulls(json_build_object('plant', p.plant, 'procurement', p.procurement,
                               'supplyLocation', p.supply_location, 'leadTimeDays', p.lead_time_days)) ORDER BY p.plant)
                      FROM item_plant p WHERE p.item_id = i.item_id) AS plants,
                   (SELECT json_agg(json_build_object('system', s.system, 'id', s.id, 'updatedAt',
                               to_char(s.updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')) ORDER BY s.system)
                      FROM record_source s WHERE s.kind = 'item' AND s.record_id = i.item_id) AS sources
              FROM item i WHERE i.item_id = ?
            """;

    private final BlockingQueue<Connection> connections;
    private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();

    private BareHandler(BlockingQueue<Connection> connections) {
        this.connections = connections;
    }

    /// The port to serve, the database, and how many connections.
    static void main(String[] words) throws SQLException {
        int size = Integer.parseInt(words[2]);
        BlockingQueue<Connection> connections = new ArrayBlockingQueue<>(size);
        for (int i = 0; i < size; i++) {
            connections.add(DriverManager.getConnection(words[1]));
        }
        BareHandler handler = new BareHandler(connections);
        Vertx.vertx()
                .createHttpServer()
                .requestHandler(request -> handler.threads.execute(() -> handler.serve(request)))
                .listen(Integer.parseInt(words[0]), "127.0.0.1")
                .onFailure(failure -> {
                    System.err.println(failure.getMessage());
                    System.exit(1);
                });
    }

    private void serve(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        try {
            String path = Objects.requireNonNullElse(request.path(), "");
            JsonObject item = find(path.substring(path.lastIndexOf('/') + 1));
            if (item == null) {
                response.setStatusCode(404).end();
                return;
            }
            response.putHeader("Content-Type", "application/json;charset=UTF-8")
                    .putHeader("ETag", "\"" + item.getLong("version") + "\"")
                    .end(item.encode());
        } catch (SQLException | InterruptedException e) {
            response.setStatusCode(500).end(String.valueOf(e.getMessage()));
        }
    }

    private @Nullable JsonObject find(String itemId) throws SQLException, InterruptedException {
        Connection connection = connections.take();
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setString(1, itemId);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? item(row) : null;
            }
        } finally {
            connections.put(connection);
        }
    }

    private static JsonObject item(ResultSet row) throws SQLException {
        return new JsonObject()
                .put("itemId", row.getString("item_id"))
                .put("description", row.getString("description"))
                .put("type", row.getString("type"))
                .put("baseUnit", row.getString("base_unit"))
                .put("makeOrBuy", row.getString("make_or_buy"))
                .put("currentRevision", row.getString("current_revision"))
                .put("usageStatus", row.getString("usage_status"))
                .put("batchManaged", row.getBoolean("batch_managed"))
                .put("serialManaged", row.getBoolean("serial_managed"))
                .put("plants", new JsonArray(row.getString("plants")))
                .put("version", row.getLong("version"))
                .put("sources", new JsonArray(row.getString("sources")));
    }
}
