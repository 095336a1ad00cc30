package dev.interlock.system.revision;

import dev.interlock.system.master.Source;
import dev.interlock.system.master.Versioned;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A revision of an item. `effectiveFrom` and `effectiveTo` are the plant days on which it holds,
/// as far as they are known: derived from its own effectivity and from the revision that follows
/// it. A released one that has been followed shows as `SUPERSEDED`.
public record Revision(
        String itemId,
        String revision,
        Shown status,
        Effectivity effectivity,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        @Nullable String changeNumber,
        Map<String, Object> attributes,
        List<String> specificationUrls,
        long version,
        List<Source> sources)
        implements Versioned {

    /// What a caller can say of a revision.
    @Schema(name = "RevisionDraftStatus")
    public enum Status {
        IN_WORK,
        IN_REVIEW,
        RELEASED,
        OBSOLETE;

        /// Released is for good: it can only become obsolete, and obsolete it stays.
        public boolean mayBecome(Status next) {
            return switch (this) {
                case IN_WORK, IN_REVIEW -> true;
                case RELEASED -> next == RELEASED || next == OBSOLETE;
                case OBSOLETE -> next == OBSOLETE;
            };
        }
    }

    /// What a caller is shown.
    @Schema(name = "RevisionStatus")
    public enum Shown {
        IN_WORK,
        IN_REVIEW,
        RELEASED,
        SUPERSEDED,
        OBSOLETE;

        Status said() {
            return this == SUPERSEDED ? Status.RELEASED : Status.valueOf(name());
        }
    }

    public RevisionDraft draft() {
        return new RevisionDraft(
                status.said(), effectivity, changeNumber, attributes, specificationUrls);
    }
}
