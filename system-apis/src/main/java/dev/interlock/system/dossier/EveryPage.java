package dev.interlock.system.dossier;

import dev.interlock.platform.paging.Cursor;
import dev.interlock.platform.paging.Limit;
import dev.interlock.platform.paging.Page;
import dev.interlock.system.access.Sight;
import dev.interlock.system.inventory.Balance;
import dev.interlock.system.inventory.BalanceQuery;
import dev.interlock.system.inventory.Stock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Whole lists: a dossier leaves nothing to be asked for.
final class EveryPage {
    static final Limit LIMIT = new Limit(200);

    private EveryPage() {}

    static <T> List<T> of(Function<@Nullable Cursor, Page<T>> list) {
        var all = new ArrayList<T>();
        @Nullable Cursor cursor = null;
        do {
            var page = list.apply(cursor);
            all.addAll(page.items());
            cursor = page.nextCursor() == null ? null : Cursor.fromString(page.nextCursor());
        } while (cursor != null);
        return List.copyOf(all);
    }

    /// Of every plant where none is named.
    static List<Balance> balances(Stock stock, String itemId, @Nullable String plant, Sight sight) {
        return of(cursor ->
                stock.balances(
                        new BalanceQuery(itemId, plant, null, null, null, LIMIT, cursor), sight));
    }
}
