package dev.interlock.process.eco;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Period;

/// How this company numbers its revisions and dates its changes.
@ConfigMapping(prefix = "interlock.eco")
public interface EcoConfig {
    /// LETTERS (A, B, … without I, O, Q, S, X, Z), NUMBERS (01 … 99) or DOTTED (A.1).
    @WithDefault("LETTERS")
    RevisionScheme revisionScheme();

    /// How long ago a change may begin to hold: approval takes a while.
    @WithDefault("P7D")
    Period pastTolerance();
}
