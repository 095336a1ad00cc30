package dev.interlock.system.event;

import dev.interlock.platform.event.CloudEvent;
import dev.interlock.platform.event.EventFeed;
import dev.interlock.platform.event.EventTypes;
import dev.interlock.platform.paging.Cursor;
import dev.interlock.platform.paging.Limit;
import dev.interlock.platform.paging.Page;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// The facts of this tier as they are read.
@ApplicationScoped
class Facts {
    private final EventFeed feed = new EventFeed("/interlock/system");
    private final Jdbi jdbi;

    Facts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Page<CloudEvent> after(@Nullable Cursor cursor, @Nullable EventTypes types, Limit limit) {
        var wanted = EventTypes.among(EventType.canonicalNames(), types);
        return jdbi.withHandle(handle -> feed.after(handle.getConnection(), cursor, wanted, limit));
    }
}
