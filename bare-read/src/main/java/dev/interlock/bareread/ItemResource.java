package dev.interlock.bareread;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// The same item as the item API gives it, from the same tables, with nothing around: no token, no
/// rules, no correlation.
@Path("/system/v1/items")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ItemResource {
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

    private final AgroalDataSource database;
    private final ObjectMapper json;

    ItemResource(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    public record Item(
            String itemId,
            String description,
            String type,
            String baseUnit,
            String makeOrBuy,
            @Nullable String currentRevision,
            String usageStatus,
            boolean batchManaged,
            boolean serialManaged,
            JsonNode plants,
            long version,
            JsonNode sources) {}

    @GET
    @Path("/{itemId}")
    public RestResponse<Item> get(String itemId) throws SQLException, IOException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(FIND)) {
            statement.setString(1, itemId);
            try (var row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new NotFoundException();
                }
                var item = item(row);
                return RestResponse.ResponseBuilder.ok(item)
                        .header(HttpHeaders.ETAG, "\"" + item.version() + "\"")
                        .build();
            }
        }
    }

    private Item item(ResultSet row) throws SQLException, IOException {
        return new Item(
                row.getString("item_id"),
                row.getString("description"),
                row.getString("type"),
                row.getString("base_unit"),
                row.getString("make_or_buy"),
                row.getString("current_revision"),
                row.getString("usage_status"),
                row.getBoolean("batch_managed"),
                row.getBoolean("serial_managed"),
                json.readTree(row.getString("plants")),
                row.getLong("version"),
                json.readTree(row.getString("sources")));
    }
}
