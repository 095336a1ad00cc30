package dev.interlock.system.revision;

import org.jdbi.v3.core.Handle;

/// Asked in the transaction that brings a revision into force, before it is written; refuses what
/// must not be in force.
public interface RevisionGate {
    void requireReleasable(Handle handle, RevisionKey key, RevisionDraft draft);
}
