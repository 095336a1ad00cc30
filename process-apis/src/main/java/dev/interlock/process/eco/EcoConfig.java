package dev.interlock.process.eco;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How this company numbers its revisions.
@ConfigMapping(prefix = "interlock.eco")
public interface EcoConfig {
    /// LETTERS (A, B, … without I, O, Q, S, X, Z), NUMBERS (01 … 99) or DOTTED (A.1).
    @WithDefault("LETTERS")
    RevisionScheme revisionScheme();
}
