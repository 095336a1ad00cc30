package dev.interlock.system.item.reference;

import dev.interlock.platform.paging.Cursor;
import dev.interlock.platform.paging.Page;
import dev.interlock.system.access.Sight;
import dev.interlock.system.item.Item;
import dev.interlock.system.item.ItemQuery;
import dev.interlock.system.sql.TextArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// Pages of items: by id, or as a feed of changes.
///
/// The feed shows only what lies below the oldest open transaction, in the order of the writing
/// transactions: a change that is committed late still comes behind the cursor, so nothing is
/// missed. Its cursor never ends.
@ApplicationScoped
class ItemList {
    private static final String FILTER =
            """
             WHERE (CAST(:type AS text) IS NULL OR i.type = :type)
               AND (CAST(:usageStatus AS text) IS NULL OR i.usage_status = :usageStatus)
               AND (CAST(:plant AS text) IS NULL
                       OR EXISTS (SELECT FROM item_plant p WHERE p.item_id = i.item_id AND p.plant = :plant))
               AND (CAST(:q AS text) IS NULL OR i.item_id ILIKE :q OR i.description ILIKE :q)
               AND (CAST(:plants AS text[]) IS NULL AND CAST(:supplier AS text) IS NULL
                       OR item_visible(i.item_id, :plants, :supplier))
            """;

    private static final String BY_ID =
            ItemTable.SELECT + FILTER + " AND i.item_id > :after ORDER BY i.item_id LIMIT :limit";

    private static final String CHANGES =
            ItemTable.SELECT
                    + FILTER
                    + """
                       AND i.changed_xid < pg_snapshot_xmin(pg_current_snapshot())
                       AND (CAST(:since AS timestamptz) IS NULL OR i.changed_at >= :since)
                       AND (i.changed_xid, i.item_id) > (CAST(:xid AS xid8), :after)
                     ORDER BY i.changed_xid, i.item_id LIMIT :limit
                    """;

    private static final String THESE =
            ItemTable.SELECT
                    + """
                     WHERE i.item_id IN (SELECT each_of(:ids))
                       AND (CAST(:plants AS text[]) IS NULL AND CAST(:supplier AS text) IS NULL
                               OR item_visible(i.item_id, :plants, :supplier))
                     ORDER BY i.item_id
                    """;

    private static final String HORIZON = "SELECT pg_snapshot_xmin(pg_current_snapshot())::text";

    private record Row(Item item, String xid) {
        Cursor place() {
            return Cursor.of(xid, item.itemId());
        }
    }

    Page<Item> page(Handle handle, ItemQuery query, Sight sight) {
        return query.changedSince() == null
                ? byId(handle, query, sight)
                : changes(handle, query, sight);
    }

    List<Item> these(Handle handle, Set<String> itemIds, Sight sight) {
        return handle.createQuery(THESE)
                .bind("ids", TextArray.of(itemIds))
                .bind("plants", TextArray.restricting(sight.plants()))
                .bind("supplier", sight.supplierId())
                .map(ItemTable::item)
                .list();
    }

    private static Page<Item> byId(Handle handle, ItemQuery query, Sight sight) {
        var after = Cursor.parts(query.cursor(), 1);
        var rows =
                filtered(handle.createQuery(BY_ID), query, sight)
                        .bind("after", after.isEmpty() ? "" : after.getFirst())
                        .bind("limit", query.limit().plusOne())
                        .map(ItemTable::item)
                        .list();
        return Page.of(rows, query.limit(), item -> Cursor.of(item.itemId()));
    }

    private static Page<Item> changes(Handle handle, ItemQuery query, Sight sight) {
        var cursor = query.cursor();
        var after = Cursor.parts(cursor, 2);
        var horizon = handle.createQuery(HORIZON).mapTo(String.class).one();
        var rows =
                filtered(handle.createQuery(CHANGES), query, sight)
                        .bind("since", cursor == null ? query.changedSince() : null)
                        .bind("xid", cursor == null ? "0" : String.valueOf(cursor.number(0)))
                        .bind("after", after.isEmpty() ? "" : after.getLast())
                        .bind("limit", query.limit().value())
                        .map((row, context) ->
                                new Row(ItemTable.item(row, context), row.getString("changed_xid")))
                        .list();
        return new Page<>(rows.stream().map(Row::item).toList(), next(rows, cursor, horizon));
    }

    /// Nothing stood below the horizon that was read before the list: the feed goes on there.
    private static String next(List<Row> rows, @Nullable Cursor cursor, String horizon) {
        if (!rows.isEmpty()) {
            return rows.getLast().place().toString();
        }
        return (cursor == null ? Cursor.of(horizon, "") : cursor).toString();
    }

    private static Query filtered(Query statement, ItemQuery query, Sight sight) {
        return statement
                .bind("type", query.type())
                .bind("usageStatus", query.usageStatus())
                .bind("plant", query.plant())
                .bind("q", pattern(query.q()))
                .bind("plants", TextArray.restricting(sight.plants()))
                .bind("supplier", sight.supplierId());
    }

    private static @Nullable String pattern(@Nullable String part) {
        return part == null ? null : "%" + part.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
