package dev.interlock.system.master;

/// What has an ETag: every write raises the version. 0 means that nobody has written it yet.
public interface Versioned {
    long version();
}
