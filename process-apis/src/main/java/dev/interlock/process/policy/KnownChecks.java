package dev.interlock.process.policy;

import java.util.Set;

/// The checks that a release policy may speak of.
public interface KnownChecks {
    Set<String> codes();

    /// Those that ask for nothing but what the system that has to act refuses itself: no policy can
    /// soften or skip them.
    Set<String> firm();
}
