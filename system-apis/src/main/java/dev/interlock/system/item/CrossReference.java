package dev.interlock.system.item;

import dev.interlock.platform.problem.GatewayException.NotFound;
import dev.interlock.system.master.Ids;
import dev.interlock.system.master.Source;
import dev.interlock.system.master.Versioned;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The name under which a system knows something of ours.
public record CrossReference(
        Kind kind,
        String system,
        String externalId,
        String canonicalId,
        long version,
        List<Source> sources)
        implements Versioned {
    @Schema(name = "CrossReferenceKind")
    public enum Kind {
        ITEM,
        SUPPLIER,
        WORK_CENTER,
        UNIT,
        LOCATION,
        REVISION;

        public String noun() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /// Which cross-reference.
    public record Key(Kind kind, String system, String externalId) {
        /// From a path: what cannot be one is not there.
        public static Key path(String kind, String system, String externalId) {
            var known =
                    Arrays.stream(Kind.values())
                            .filter(candidate -> candidate.name().equals(kind))
                            .findFirst();
            var name = kind + "/" + system + "/" + externalId;
            if (known.isEmpty() || externalId.length() > 120) {
                throw new NotFound("cross-reference", name);
            }
            return new Key(known.get(), Ids.path("cross-reference", system), externalId);
        }

        public String text() {
            return kind + "/" + system + "/" + externalId;
        }
    }

    /// What a caller says of it.
    @Schema(name = "CrossReferenceDraft")
    public record Draft(@NotNull @Size(min = 1, max = 120) String canonicalId) {}
}
