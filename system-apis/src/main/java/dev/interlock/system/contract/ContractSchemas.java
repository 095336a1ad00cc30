package dev.interlock.system.contract;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/// Schemas as they are on the wire, where the scanner only sees the Java type.
final class ContractSchemas {
    private ContractSchemas() {}

    static void correct(String name, Schema schema) {
        switch (name) {
            case "Limit" ->
                    becomes(schema, SchemaType.INTEGER)
                            .minimum(BigDecimal.ONE)
                            .maximum(BigDecimal.valueOf(200))
                            .defaultValue(50);
            case "Cursor" ->
                    becomes(schema, SchemaType.STRING)
                            .description("The nextCursor of the page before");
            case "IfMatch" ->
                    becomes(schema, SchemaType.STRING).description("The ETag that was read");
            case "ZoneId" ->
                    becomes(schema, SchemaType.STRING)
                            .description("An IANA time zone")
                            .examples(List.of("Europe/Berlin"));
            case "LocalDate", "Instant", "Duration" -> schema.setExamples(null);
            default -> schema.removeProperty("positive");
        }
    }

    private static Schema becomes(Schema schema, SchemaType type) {
        schema.setProperties(null);
        schema.setRequired(null);
        schema.setType(List.of(type));
        return schema;
    }
}
