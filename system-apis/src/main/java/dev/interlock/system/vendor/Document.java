package dev.interlock.system.vendor;

import dev.interlock.system.effect.Done;
import dev.interlock.system.effect.RemoteEffect;
import dev.interlock.system.effect.Settlement;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// A PUT that stores one whole thing in a back end: what stands already is not sent again, what
/// would be overwritten needs If-Match.
///
/// Sending it twice ends the same way, so a doubt is settled by sending it again.
public record Document<D>(
        String system,
        String path,
        D wanted,
        @Nullable String ifMatch,
        Supplier<Optional<D>> standing,
        Function<String, D> store,
        @Nullable Fact<D> written)
        implements RemoteEffect<Document.Stored<D>> {

    /// What is written down with it.
    @FunctionalInterface
    public interface Fact<D> {
        void record(Handle handle, D now);
    }

    public record Stored<D>(D now, @Nullable D before) {}

    @Override
    public Settlement<Stored<D>> settlement() {
        return new Settlement.Idempotent<>();
    }

    @Override
    public Stored<D> send(String effectKey) {
        var before = standing.get().orElse(null);
        if (before == null) {
            ContentTag.requireNothing(ifMatch);
        } else if (ContentTag.of(before).equals(ContentTag.of(wanted))) {
            return new Stored<>(before, before);
        } else {
            ContentTag.require(ifMatch, before);
        }
        return new Stored<>(store.apply(effectKey), before);
    }

    @Override
    public Optional<Consumer<Handle>> fact(Stored<D> stored) {
        return Optional.ofNullable(written)
                .map(fact -> handle -> fact.record(handle, stored.now()));
    }

    @Override
    public Done done(Stored<D> stored) {
        var now = stored.now();
        return (stored.before() == null ? Done.created(path, now) : Done.ok(now))
                .withEtag(ContentTag.of(now));
    }
}
