package dev.interlock.platform.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A problem document (RFC 9457): the only shape an error has, in every tier.
@Schema(name = "Problem")
@JsonPropertyOrder({
    "type",
    "title",
    "status",
    "detail",
    "instance",
    "code",
    "correlationId",
    "retryable",
    "violations"
})
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        String correlationId,
        boolean retryable,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Violation> violations,
        @JsonIgnore Map<String, Object> extra) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /// `system`, `effect`, `state`, `allowed`, `findings`: what some types say beyond the common
    /// members.
    @Override
    @JsonAnyGetter
    @Schema(hidden = true)
    public Map<String, Object> extra() {
        return extra;
    }

    static Problem of(ProblemType type, String detail, String instance, String correlationId) {
        return new Problem(
                type.type(),
                type.title(),
                type.status(),
                detail,
                instance,
                type.code(),
                correlationId,
                type.retryable(),
                List.of(),
                Map.of());
    }

    Problem violations(List<Violation> more) {
        return new Problem(
                type, title, status, detail, instance, code, correlationId, retryable, more, extra);
    }

    Problem extra(Map<String, Object> more) {
        return new Problem(
                type,
                title,
                status,
                detail,
                instance,
                code,
                correlationId,
                retryable,
                violations,
                more);
    }
}
