package dev.interlock.process.policy;

import java.util.Set;

/// The checks that a release policy may speak of.
public interface KnownChecks {
    Set<String> codes();
}
