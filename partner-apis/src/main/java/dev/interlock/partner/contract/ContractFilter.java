package dev.interlock.partner.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/// Says in each contract of this tier what holds for every write: the key that makes it repeatable.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ContractFilter implements OASFilter {
    private static final String KEY = "Idempotency-Key";

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        if (contract.getComponents() != null && contract.getComponents().getSchemas() != null) {
            contract.getComponents().getSchemas().forEach(ContractFilter::correct);
        }
        if (contract.getPaths() != null && contract.getPaths().getPathItems() != null) {
            contract.getPaths()
                    .getPathItems()
                    .forEach((_, item) -> item.getOperations().forEach(ContractFilter::complete));
        }
    }

    private static void complete(HttpMethod method, Operation operation) {
        List.of("400", "401", "403").forEach(operation.getResponses()::removeAPIResponse);
        if (method == HttpMethod.POST || method == HttpMethod.PUT) {
            operation.addParameter(
                    OASFactory.createParameter()
                            .name(KEY)
                            .in(Parameter.In.HEADER)
                            .required(method == HttpMethod.POST)
                            .description(
                                    "The same key and request give the same answer; bare or quoted")
                            .schema(
                                    OASFactory.createSchema()
                                            .addType(SchemaType.STRING)
                                            .minLength(16)
                                            .maxLength(255)));
        }
    }

    private static void correct(String name, Schema schema) {
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
