package dev.interlock.system.master;

import dev.interlock.platform.etag.IfMatch;
import dev.interlock.platform.idempotency.RequestFacts;
import dev.interlock.system.effect.Done;
import dev.interlock.system.event.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// PUT of a master record: what is not there is made, what stands unchanged is answered as it is,
/// and anything else needs the version that the caller has read.
@ApplicationScoped
public class MasterPut {
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended(:record, 1))";

    private final Sources sources;
    private final Outbox outbox;
    private final RequestFacts request;

    MasterPut(Sources sources, Outbox outbox, RequestFacts request) {
        this.sources = sources;
        this.outbox = outbox;
        this.request = request;
    }

    public <K, D, R extends Versioned> Done put(
            Handle handle, MasterTable<K, D, R> table, K key, D draft, @Nullable IfMatch ifMatch) {
        handle.createQuery(LOCK).bind("record", name(table, key)).mapTo(String.class).one();
        return putHeld(handle, table, key, draft, ifMatch);
    }

    /// For a caller who holds what puts all who write the record in line.
    public <K, D, R extends Versioned> Done putHeld(
            Handle handle, MasterTable<K, D, R> table, K key, D draft, @Nullable IfMatch ifMatch) {
        var name = name(table, key);
        var standing = table.find(handle, key).filter(found -> found.version() > 0);
        if (standing.isEmpty()) {
            IfMatch.requireNothing(ifMatch, name);
            table.insert(handle, key, draft);
            var made = written(handle, table, key);
            return Done.created(request.path(), made, made.version());
        }
        table.requireStep(key, standing.get(), draft);
        if (table.draftOf(standing.get()).equals(draft)) {
            return Done.ok(standing.get(), standing.get().version());
        }
        IfMatch.require(ifMatch, name, standing.get().version());
        table.update(handle, key, draft);
        var changed = written(handle, table, key);
        return Done.ok(changed, changed.version());
    }

    private static <K> String name(MasterTable<K, ?, ?> table, K key) {
        return table.kind().noun() + " " + table.id(key);
    }

    private <K, D, R extends Versioned> R written(
            Handle handle, MasterTable<K, D, R> table, K key) {
        var kind = table.kind();
        sources.touch(handle, kind.noun(), table.id(key));
        Optional<R> now = table.find(handle, key);
        outbox.record(handle, kind.changed(), kind.noun() + "/" + table.id(key), now.orElseThrow());
        return now.get();
    }
}
