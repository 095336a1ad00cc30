package dev.interlock.system.revision;

import dev.interlock.platform.json.Scalar;
import dev.interlock.system.master.BusinessId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.hibernate.validator.constraints.URL;
import org.jspecify.annotations.Nullable;

/// What a caller says of a revision. Attributes and specifications may be left out.
public record RevisionDraft(
        @NotNull Revision.Status status,
        @NotNull @Valid Effectivity effectivity,
        @BusinessId @Nullable String changeNumber,
        @Size(max = 200)
                Map<@NotNull @Size(min = 1, max = 60) String, @NotNull @Scalar Object> attributes,
        @Size(max = 50) List<@NotNull @URL @Size(max = 500) String> specificationUrls) {
    @SuppressWarnings("NullAway")
    public RevisionDraft {
        attributes = attributes == null ? Map.of() : attributes;
        specificationUrls = specificationUrls == null ? List.of() : specificationUrls;
    }
}
