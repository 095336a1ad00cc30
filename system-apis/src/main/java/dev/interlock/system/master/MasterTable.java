package dev.interlock.system.master;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// One kind of master record in a database of ours: `K` is its key, `D` what a caller says of it,
/// `R` what is read.
public interface MasterTable<K, D, R extends Versioned> {
    MasterKind kind();

    /// The key as it stands in messages, lineage and as the ordering key of events.
    String id(K key);

    Optional<R> find(Handle handle, K key);

    /// What a caller would have to say to get what stands.
    D draftOf(R standing);

    /// Refuses a step from what stands that its state does not allow.
    default void requireStep(K key, R standing, D draft) {}

    /// Writes the first content, version 1.
    void insert(Handle handle, K key, D draft);

    /// Writes another content and raises the version.
    void update(Handle handle, K key, D draft);
}
