package dev.interlock.platform.event;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A business fact as CloudEvents 1.0 writes it. `partitionkey` is the thing it is about,
/// `sequence` counts that thing's facts.
@Schema(name = "CloudEvent")
public record CloudEvent(
        String specversion,
        String id,
        String source,
        String type,
        String subject,
        Instant time,
        String datacontenttype,
        String partitionkey,
        String sequence,
        String correlationid,
        String traceparent,
        @JsonRawValue
                @Schema(
                        type = SchemaType.OBJECT,
                        description = "The whole new state of what the fact is about")
                String data) {}
