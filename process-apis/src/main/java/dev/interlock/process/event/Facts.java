package dev.interlock.process.event;

import dev.interlock.platform.event.CloudEvent;
import dev.interlock.platform.event.EventFeed;
import dev.interlock.platform.event.EventTypes;
import dev.interlock.platform.paging.Cursor;
import dev.interlock.platform.paging.Limit;
import dev.interlock.platform.paging.Page;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// The facts of this tier as its readers get them.
@ApplicationScoped
class Facts {
    private final EventFeed feed = new EventFeed("/interlock/process");
    private final Jdbi jdbi;

    Facts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Page<CloudEvent> after(@Nullable Cursor cursor, @Nullable EventTypes asked, Limit limit) {
        var types = EventTypes.among(Outbox.Fact.types(), asked);
        return jdbi.withHandle(handle -> feed.after(handle.getConnection(), cursor, types, limit));
    }
}
