package dev.interlock.system.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/// Says in each contract what holds for every operation: problems, keys, ETags, access tokens.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ContractFilter implements OASFilter {
    private static final String OIDC = "oidc";
    private static final String DISCOVERY =
            "http://localhost:8180/realms/interlock/.well-known/openid-configuration";
    private static final String QUESTION = "/system/v1/availability-checks";

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        var components =
                Optional.ofNullable(contract.getComponents())
                        .orElseGet(OASFactory::createComponents);
        contract.setComponents(components);
        components.setSecuritySchemes(
                Map.of(
                        OIDC,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.OPENIDCONNECT)
                                .openIdConnectUrl(DISCOVERY)
                                .description(
                                        "An access token with the audience interlock-system, as"
                                                + " Authorization: Bearer.")));
        if (components.getSchemas() != null) {
            components.getSchemas().forEach(ContractSchemas::correct);
        }
        ContractSchemas.problems().forEach(components::addSchema);
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
        operation.setSecurity(
                List.of(OASFactory.createSecurityRequirement().addScheme(OIDC, List.of())));
        if (operation.getOperationId() == null) {
            operation.setOperationId(OperationIds.of(path, method));
        }
        var responses = operation.getResponses();
        if (method == HttpMethod.POST && !path.equals(QUESTION)) {
            operation.addParameter(
                    key(
                            true,
                            "16 to 255 printable ASCII characters; the same key gives the same"
                                    + " answer."));
        }
        if (method == HttpMethod.PUT) {
            operation.addParameter(key(false, "The same key gives the same answer."));
            alsoCreates(responses);
        }
        List.of("400", "401", "403").forEach(responses::removeAPIResponse);
        responses.addAPIResponse("default", problem());
    }

    private static Parameter key(boolean required, String description) {
        return OASFactory.createParameter()
                .name("Idempotency-Key")
                .in(Parameter.In.HEADER)
                .required(required)
                .description(description)
                .schema(text().minLength(16).maxLength(255));
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

    private static APIResponse problem() {
        Content content =
                OASFactory.createContent()
                        .addMediaType(
                                "application/problem+json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("Problem")));
        return OASFactory.createAPIResponse()
                .description("A problem (RFC 9457), with every violation at once")
                .content(content);
    }

    static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}
