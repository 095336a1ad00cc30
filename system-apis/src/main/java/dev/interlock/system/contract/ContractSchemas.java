package dev.interlock.system.contract;

import static dev.interlock.system.contract.ContractFilter.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/// Schemas as they are on the wire, where the scanner only sees the Java type.
final class ContractSchemas {
    private static final List<String> NOT_ON_THE_WIRE = List.of("positive");

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
            default -> NOT_ON_THE_WIRE.forEach(schema::removeProperty);
        }
    }

    static Map<String, Schema> problems() {
        var violation =
                object().addProperty(
                                "pointer",
                                text().description(
                                                "JSON pointer into the body, ?name of a query"
                                                        + " value, header:Name of a header"))
                        .addProperty("code", text())
                        .addProperty("detail", text())
                        .required(List.of("pointer", "code", "detail"));
        var problem =
                object().addProperty("type", text())
                        .addProperty("title", text())
                        .addProperty(
                                "status", OASFactory.createSchema().addType(SchemaType.INTEGER))
                        .addProperty("detail", text())
                        .addProperty("instance", text())
                        .addProperty("code", text())
                        .addProperty("correlationId", text())
                        .addProperty(
                                "retryable", OASFactory.createSchema().addType(SchemaType.BOOLEAN))
                        .addProperty(
                                "state",
                                text().description("The state that does not allow the step"))
                        .addProperty("allowed", list(text()))
                        .addProperty("effect", text().description("After a 5xx: NONE or UNKNOWN"))
                        .addProperty("violations", list(OASFactory.createSchema().ref("Violation")))
                        .required(
                                List.of(
                                        "type",
                                        "title",
                                        "status",
                                        "code",
                                        "correlationId",
                                        "retryable"));
        return Map.of("Problem", problem, "Violation", violation);
    }

    private static Schema becomes(Schema schema, SchemaType type) {
        schema.setProperties(null);
        schema.setRequired(null);
        schema.setType(List.of(type));
        return schema;
    }

    private static Schema object() {
        return OASFactory.createSchema().addType(SchemaType.OBJECT);
    }

    private static Schema list(Schema of) {
        return OASFactory.createSchema().addType(SchemaType.ARRAY).items(of);
    }
}
