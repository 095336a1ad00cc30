package dev.interlock.system.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/// Says in each contract of this tier what holds for every write: the key that makes it repeatable,
/// and that a PUT may create.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ContractFilter implements OASFilter {
    private static final String KEY = "Idempotency-Key";

    private static final String QUESTION = "/system/v1/availability-checks";

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        if (contract.getComponents() != null && contract.getComponents().getSchemas() != null) {
            contract.getComponents().getSchemas().forEach(ContractSchemas::correct);
        }
        if (contract.getPaths() != null && contract.getPaths().getPathItems() != null) {
            contract.getPaths()
                    .getPathItems()
                    .forEach((path, item) ->
                            item.getOperations()
                                    .forEach((method, operation) ->
                                            complete(path, method, operation)));
        }
    }

    private static void complete(String path, HttpMethod method, Operation operation) {
        if (operation.getOperationId() == null) {
            operation.setOperationId(OperationIds.of(path, method));
        }
        var responses = operation.getResponses();
        List.of("400", "401", "403").forEach(responses::removeAPIResponse);
        if (method == HttpMethod.POST && !path.equals(QUESTION)) {
            addKey(operation, true);
        }
        if (method == HttpMethod.PUT) {
            addKey(operation, false);
            alsoCreates(responses);
        }
    }

    private static void addKey(Operation operation, boolean required) {
        var parameters = operation.getParameters();
        if (parameters == null
                || parameters.stream().noneMatch(parameter -> KEY.equals(parameter.getName()))) {
            operation.addParameter(
                    OASFactory.createParameter()
                            .name(KEY)
                            .in(Parameter.In.HEADER)
                            .required(required)
                            .description(
                                    "The same key and request give the same answer; bare or quoted")
                            .schema(
                                    OASFactory.createSchema()
                                            .addType(SchemaType.STRING)
                                            .minLength(16)
                                            .maxLength(255)));
        }
    }

    private static void alsoCreates(APIResponses responses) {
        var changed = responses.getAPIResponse("200");
        if (changed != null && changed.getContent() != null && !responses.hasAPIResponse("201")) {
            responses.addAPIResponse(
                    "201",
                    OASFactory.createAPIResponse()
                            .description("Created")
                            .content(changed.getContent()));
        }
    }
}
