package dev.interlock.system.engineering;

import dev.interlock.platform.paging.Cursor;
import dev.interlock.platform.paging.Limit;
import dev.interlock.platform.paging.Page;
import dev.interlock.system.engineering.ChangeSource.Filter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// Pages of our size out of parts of the PLM's size: our cursor is the PLM's, and how much of that
/// part was shown.
@ApplicationScoped
class ChangeList {
    private final ChangeSource plm;

    ChangeList(ChangeSource plm) {
        this.plm = plm;
    }

    Page<EngineeringChange> page(Filter filter, @Nullable Cursor cursor, Limit limit) {
        var part = cursor == null ? "" : Cursor.parts(cursor, 2).getFirst();
        var shown = cursor == null ? 0 : Math.clamp(cursor.number(1), 0, Integer.MAX_VALUE);
        var items = new ArrayList<EngineeringChange>();
        while (true) {
            var found = plm.list(filter, part);
            var rest =
                    found.changes().stream()
                            .skip(shown)
                            .limit(limit.value() - (long) items.size())
                            .toList();
            items.addAll(rest);
            shown += rest.size();
            if (shown >= found.changes().size()) {
                if (found.next().isEmpty()) {
                    return Page.whole(items);
                }
                part = found.next();
                shown = 0;
            }
            if (items.size() == limit.value()) {
                return new Page<>(items, Cursor.of(part, Integer.toString(shown)).toString());
            }
        }
    }
}
