package dev.interlock.system.revision;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How this company numbers its revisions.
@ConfigMapping(prefix = "interlock.revisions")
public interface RevisionSettings {
    @WithDefault("LETTERS")
    RevisionScheme scheme();
}
